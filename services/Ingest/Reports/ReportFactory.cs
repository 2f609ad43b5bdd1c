using Google.Protobuf.WellKnownTypes;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Ingest.Reports;

/// <summary>Makes a report of a draft. Pure.</summary>
internal static class ReportFactory
{
    private const string PlainText = "text/plain";

    /// <summary>The report for a draft that was found valid.</summary>
    /// <param name="draft">What was handed in.</param>
    /// <param name="text">The text that counts: the draft's, or the article taken from its page.</param>
    /// <param name="received">Instant of receipt, UTC; not part of the id.</param>
    internal static Report Create(ReportDraft draft, string text, DateTimeOffset received) => new()
    {
        Id = ContentHash.Of(text, draft.Published, draft.Source, draft.Url, draft.Title),
        Text = text,
        MediaType = draft.MediaType.Length == 0 ? PlainText : draft.MediaType,
        Published = draft.Published,
        Source = draft.Source,
        Url = draft.Url,
        Title = draft.Title,
        Reliability = draft.Reliability,
        ReceivedTime = Timestamp.FromDateTimeOffset(received),
    };
}
