using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;
using Truceline.Ingest.V1;

namespace Truceline.Load;

/// <summary>Streams of reports, as fast as the service takes them.</summary>
internal sealed class StreamLoad(Uri ingest, LoadTexts texts, LoadOptions options) : ILoad
{
    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(ingest);

    public Task RunAsync(Action<double> answered, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, options.Callers).Select(_ => Task.Run(() => StreamAsync(answered, stop), stop)));

    public ValueTask DisposeAsync()
    {
        _channel.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task StreamAsync(Action<double> answered, CancellationToken stop)
    {
        using var call = new IngestService.IngestServiceClient(_channel).SubmitReports(cancellationToken: stop);
        var sent = new ConcurrentQueue<long>();
        var reading = Task.Run(() => ReadAsync(call.ResponseStream, sent, answered, stop), stop);
        for (var index = 0L; !stop.IsCancellationRequested && !reading.IsCompleted; index++)
        {
            var draft = texts.Next();
            sent.Enqueue(TimeProvider.System.GetTimestamp());
            await call.RequestStream.WriteAsync(new SubmitReportsRequest { Index = index, Report = draft }, stop);
        }

        await reading;
    }

    private static async Task ReadAsync(
        IAsyncStreamReader<SubmitReportsResponse> responses, ConcurrentQueue<long> sent, Action<double> answered, CancellationToken stop)
    {
        await foreach (var response in responses.ReadAllAsync(stop))
        {
            if (!sent.TryDequeue(out var began) || response.Result.Outcome == ItemOutcome.Rejected)
            {
                throw new InvalidOperationException("A report was refused: " + response.Result);
            }

            answered(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }
    }
}
