using Microsoft.Extensions.Options;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Intake;
using Truceline.Ingest.Sources.Fetching;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Sources.Polling;

/// <summary>Hands what was fetched to the intake and says what became of it.</summary>
internal sealed partial class DocumentTaker(
    FormatDetector detector, IOptions<SourcesOptions> options, TimeProvider time, ILogger<DocumentTaker> logger)
{
    /// <summary>Takes a document in; returns when it is durable, or with the reason why it is not.</summary>
    /// <param name="source">The source.</param>
    /// <param name="answer">The answer, with a body.</param>
    /// <param name="fetch">Takes what became of the items.</param>
    /// <param name="services">Where the intake is found.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task<Judgement> TakeAsync(
        Source source, FetchAnswer answer, SourceFetch fetch, IServiceProvider services, CancellationToken cancellationToken)
    {
        var body = answer.Body ?? throw new ArgumentException("It has no body.", nameof(answer));
        var hints = Hints(source, answer);
        if (source.ExpectedFormat.Length > 0 && FormatOf(body, hints) != source.ExpectedFormat)
        {
            return Judgement.Failure(FetchReasons.UnexpectedFormat);
        }

        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.IntakeTimeoutSeconds), time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var result = await services.GetRequiredService<IDocumentIntake>().AcceptAsync(body, hints, linked.Token);
            fetch.DocumentId = result.Document.Id;
            fetch.AcceptedCount = result.Results.Count(r => r.Outcome == ItemOutcome.Accepted);
            fetch.RevisedCount = result.Results.Count(r => r.Outcome == ItemOutcome.Revised);
            fetch.KnownCount = result.Results.Count(r => r.Outcome == ItemOutcome.AlreadyKnown);
            fetch.RejectedCount = result.Results.Count(r => r.Outcome == ItemOutcome.Rejected);
            return result.Fault is { } fault ? Judgement.Failure(fault.Reason) : new Judgement(FetchOutcome.TakenIn);
        }
        catch (DocumentRefusedException refused)
        {
            return Judgement.Failure(refused.Reason);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotStored(source.Id, exception);
            return Judgement.Failure(FetchReasons.StoreFailed);
        }
    }

    private static DocumentHints Hints(Source source, FetchAnswer answer) => new()
    {
        SourceId = source.Id,
        Source = source.Name,
        Outlet = source.Outlet,
        Language = source.Language,
        Reliability = source.Reliability,
        Url = answer.Address.AbsoluteUri is { Length: <= SourceLimits.LongestAddress } url ? url : "",
        MediaType = answer.MediaType,
    };

    private string FormatOf(byte[] body, DocumentHints hints)
    {
        try
        {
            return detector.Detect(DocumentContent.Of(body, hints).Head).Name;
        }
        catch (DocumentRefusedException)
        {
            return "";
        }
    }

    [LoggerMessage(EventId = 1, EventName = "source_document_not_stored", Level = LogLevel.Error, Message = "What source {SourceId} brought could not be stored")]
    private partial void LogNotStored(string sourceId, Exception exception);
}
