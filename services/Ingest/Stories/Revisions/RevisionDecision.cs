using Truceline.Ingest.V1;

namespace Truceline.Ingest.Stories.Revisions;

/// <summary>What a report is among the versions that are stored.</summary>
internal enum RevisionKind
{
    /// <summary>The first of its kind: announced as accepted.</summary>
    First,

    /// <summary>A version with the same text and headline is stored: nothing is stored or announced.</summary>
    Known,

    /// <summary>A later version: announced as revised.</summary>
    Later,

    /// <summary>A version that its outlet published before one that is stored: kept in the chain, not announced.</summary>
    Earlier,
}

/// <summary>Decides what a report is among the versions that are stored. Pure.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Version">The report as a version; when it is <see cref="RevisionKind.Known"/>, the stored one.</param>
/// <param name="Revises">The version that stands before it in the order of publication; empty when none does.</param>
internal sealed record RevisionDecision(RevisionKind Kind, KnownVersion Version, string Revises)
{
    /// <summary>Decides.</summary>
    /// <param name="report">The report, with its id.</param>
    /// <param name="key">Its key; null when nothing can be a version of it.</param>
    /// <param name="textHash"><see cref="VersionText.HashOf"/>; empty without a key.</param>
    /// <param name="stored">Everything that is stored under the key, in any order.</param>
    /// <param name="isSamePage">Whether the report's text has something in common with a stored version's; asked only when the key is an address.</param>
    internal static RevisionDecision Of(
        Report report, ChainKey? key, string textHash, IReadOnlyList<KnownVersion> stored, Func<KnownVersion, bool> isSamePage)
    {
        var version = new KnownVersion(report.Id, report.Id, 1, report.Published, report.Updated, textHash);
        if (key is null)
        {
            return new(RevisionKind.First, version, "");
        }

        if (stored.OrderByDescending(v => v.Revision).FirstOrDefault(v => v.TextHash == version.TextHash) is { } known)
        {
            return new(RevisionKind.Known, known, "");
        }

        foreach (var chain in stored.GroupBy(v => v.ChainId).OrderByDescending(g => g.Max(v => v.Revision)).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            var ordered = VersionOrder.Of(chain);
            if (!key.IsAddress || isSamePage(ordered[^1]))
            {
                return Among(ordered, version);
            }
        }

        return new(RevisionKind.First, version, "");
    }

    private static RevisionDecision Among(List<KnownVersion> ordered, KnownVersion version)
    {
        version = version with { ChainId = ordered[0].ChainId, Revision = ordered.Max(v => v.Revision) + 1 };
        var place = VersionOrder.PlaceOf(version, ordered);
        return new(place == ordered.Count ? RevisionKind.Later : RevisionKind.Earlier, version, place == 0 ? "" : ordered[place - 1].ReportId);
    }
}
