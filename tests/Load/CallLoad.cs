using Grpc.Net.Client;
using Truceline.DevHost.Processes;
using Truceline.Ingest.V1;

namespace Truceline.Load;

/// <summary>Callers that hand in a report and wait for its answer before the next.</summary>
internal sealed class CallLoad(Uri where, CertificateFiles? certificate, LoadTexts texts, LoadOptions options) : ILoad
{
    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(where, new GrpcChannelOptions { HttpHandler = Handlers.Trusting(certificate) });

    public Task RunAsync(Action<double> answered, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, options.Callers).Select(_ => Task.Run(() => CallAsync(answered, stop), stop)));

    public ValueTask DisposeAsync()
    {
        _channel.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task CallAsync(Action<double> answered, CancellationToken stop)
    {
        var client = new IngestService.IngestServiceClient(_channel);
        while (!stop.IsCancellationRequested)
        {
            var request = new SubmitReportRequest { Report = texts.Next() };
            var began = TimeProvider.System.GetTimestamp();
            await client.SubmitReportAsync(request, cancellationToken: stop);
            answered(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }
    }
}
