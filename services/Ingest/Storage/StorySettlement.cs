using Truceline.Ingest.Stories;
using Truceline.Ingest.Stories.Revisions;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Storage;

/// <summary>A report on its way into the store.</summary>
/// <param name="Report">The report; story, chain and revision are set when it is settled.</param>
/// <param name="Traits">What it is compared by.</param>
/// <param name="Number">Its number in the order of commits; 0 until it has one.</param>
internal sealed record ArrivingReport(Report Report, ReportTraits Traits, long Number = 0);

/// <summary>What a report turned out to be.</summary>
/// <param name="Kind">What it is among the versions that are stored.</param>
/// <param name="ReportId">The report; when it is known, the one that is stored.</param>
/// <param name="Number">Its number in the order of commits; 0 when it is known.</param>
internal sealed record SettledReport(RevisionKind Kind, string ReportId, long Number);
