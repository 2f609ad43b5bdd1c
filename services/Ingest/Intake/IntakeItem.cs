using System.Diagnostics;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Stories;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Intake;

/// <summary>What is to be stored: exactly one of report, position and document. Everything that costs time was done before it is handed over.</summary>
internal sealed record IntakeItem
{
    /// <summary>A report, whole but for story and revision, which are known only when it is stored.</summary>
    internal Report? Report { get; init; }

    /// <summary>What the report is compared by; made of it when it is not given.</summary>
    internal ReportTraits Traits
    {
        get => field ??= ReportTraits.Of(Report!);
        init => field = value;
    }

    /// <summary>The way back from the report's text to its document.</summary>
    internal TextMap? Map { get; init; }

    /// <summary>A position.</summary>
    internal ObservedPosition? Position { get; init; }

    /// <summary>A raw document, to be stored before what is taken from it.</summary>
    internal Document? Document { get; init; }

    /// <summary>The document's bytes; null when they are kept as the chunks of an upload.</summary>
    internal ReadOnlyMemory<byte>? Bytes { get; init; }

    /// <summary>The upload that keeps the document's bytes; null when they are here.</summary>
    internal string? UploadId { get; init; }

    /// <summary>Trace of the work that brought it; what it causes goes on under it.</summary>
    internal ActivityContext Trace { get; init; } = Activity.Current?.Context ?? default;
}

/// <summary>What became of an item.</summary>
/// <param name="Outcome">Accepted, known, or accepted as a later version.</param>
/// <param name="Report">The report as it is stored; null for anything else.</param>
/// <param name="Position">The position; null for anything else.</param>
internal sealed record IntakeResult(ItemOutcome Outcome, Report? Report = null, ObservedPosition? Position = null);

/// <summary>
/// Stores what came in and announces it. Items of many callers share a transaction (group commit): an item is done when it is on disk. One that
/// can't be stored fails alone.
/// </summary>
internal interface IIntakeWriter
{
    /// <summary>Hands an item over, waiting for room in the bounded queue; that is the back pressure that a caller feels.</summary>
    /// <returns>What became of it, once that is durable.</returns>
    ValueTask<Task<IntakeResult>> EnqueueAsync(IntakeItem item, CancellationToken cancellationToken);
}
