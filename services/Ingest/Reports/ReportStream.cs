using System.Threading.Channels;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Truceline.Ingest.Intake;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Reports;

/// <summary>
/// Takes in a stream of reports and answers each, in order, as soon as it is durable. It reads at most <see cref="IntakeOptions.ReadAhead"/> reports ahead of
/// what was answered: then the transport holds the sender back. A report that is not right fails alone.
/// </summary>
internal sealed class ReportStream(ReportIntake intake, IServiceProvider services, IOptions<IntakeOptions> options)
{
    private static readonly WriteOptions Buffered = new(WriteFlags.BufferHint);
    private static readonly WriteOptions AtOnce = new();

    internal async Task RunAsync(
        IAsyncStreamReader<SubmitReportsRequest> requests, IServerStreamWriter<SubmitReportsResponse> responses, CancellationToken cancellationToken)
    {
        var window = Channel.CreateBounded<(long Index, Task<ItemResult> Result)>(
            new BoundedChannelOptions(options.Value.ReadAhead) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var answering = AnswerAsync(window.Reader, responses, stop);
        await ReadAsync(requests, window.Writer, stop.Token);
        await answering;
    }

    // When answering fails (the store is away, the client is gone) reading ends, and the failure is told by the one who answers.
    private async Task ReadAsync(
        IAsyncStreamReader<SubmitReportsRequest> requests, ChannelWriter<(long Index, Task<ItemResult> Result)> window, CancellationToken stop)
    {
        Exception? failure = null;
        try
        {
            var last = -1L;
            while (await requests.MoveNext(stop))
            {
                var request = requests.Current;
                await window.WriteAsync((request.Index, await TakeAsync(request, last, stop)), stop);
                last = Math.Max(last, request.Index);
            }
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        window.TryComplete(failure);
    }

    private static async Task AnswerAsync(
        ChannelReader<(long Index, Task<ItemResult> Result)> window, IServerStreamWriter<SubmitReportsResponse> responses, CancellationTokenSource stop)
    {
        try
        {
            await foreach (var (index, taken) in window.ReadAllAsync(stop.Token))
            {
                var result = await taken.WaitAsync(stop.Token);
                result.Index = index;
                // What is durable already goes out in one write with what follows.
                responses.WriteOptions = window.TryPeek(out var next) && next.Result.IsCompleted ? Buffered : AtOnce;
                await responses.WriteAsync(new SubmitReportsResponse { Result = result }, stop.Token);
            }
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private async ValueTask<Task<ItemResult>> TakeAsync(SubmitReportsRequest request, long last, CancellationToken stop)
    {
        var violations = new FieldViolations();
        RequestChecks.Check(services, request, violations);
        violations.AddIf(request.Index >= 0 && request.Index <= last, "index", $"It must be greater than {last}, the one before.", "OUT_OF_ORDER");
        if (violations.Count == 0)
        {
            try
            {
                return ResultAsync(await intake.HandOverAsync(request.Report, stop));
            }
            catch (InvalidRequestException invalid)
            {
                return Task.FromResult(new ItemResult { Outcome = ItemOutcome.Rejected, Violations = { invalid.Violations } });
            }
        }

        return Task.FromResult(new ItemResult { Outcome = ItemOutcome.Rejected, Violations = { violations.All } });
    }

    private static async Task<ItemResult> ResultAsync(Task<IntakeResult> stored)
    {
        var result = await stored;
        return new ItemResult { Outcome = result.Outcome, ReportId = result.Report!.Id };
    }
}
