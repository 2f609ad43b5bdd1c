using Truceline.Entity.V1;
using Truceline.Events.V1;

namespace Truceline.GeoZone.Claims;

/// <summary>By what it is judged whether two claims are independent of each other. All but the name in lower case; empty where unknown.</summary>
/// <param name="Name">How it is shown.</param>
/// <param name="Cited">Whom the claim cites: the one whose report it is, or the speaker.</param>
/// <param name="Key">Who wrote the report: the agency, else the byline, else the outlet or address.</param>
/// <param name="Agency">The agency that the report names.</param>
/// <param name="StoryId">The story whose text the report carries.</param>
/// <param name="ChainId">The report of which it is a version.</param>
internal sealed record ClaimOrigin(string Name, string Cited = "", string Key = "", string Agency = "", string StoryId = "", string ChainId = "")
{
    /// <summary>Whether anything is known of who says it.</summary>
    public bool IsKnown => Cited.Length > 0 || Key.Length > 0;

    /// <summary>The origin of a claim of a report.</summary>
    public static ClaimOrigin Of(Claim claim, ClaimsExtracted report)
    {
        var header = report.Header ?? new ReportHeader();
        var cited = First(claim.Source?.Name, claim.Speaker?.Name);
        var agency = First(report.Origin?.Agency, header.Agency);
        var name = First(cited, agency, report.Origin?.Outlet, header.Outlet, report.Source);
        // Ingest's key is that of the agency when it found one, or when another copy of the text names one.
        var key = report.Origin is { Agency.Length: > 0 } found ? First(found.Key, found.Agency)
            : First(header.Agency, report.Origin?.Key, report.Origin?.Outlet, header.Outlet, report.Source);
        return new(name, Lower(cited), Lower(key), agency.Length > 0 ? Lower(key) : "", report.StoryId, report.ChainId);
    }

    /// <summary>An origin of which only the name is known.</summary>
    public static ClaimOrigin Named(string name) => new(name, Key: Lower(name));

    /// <summary>Whether the report carries the same text as the other's, or is a version of it.</summary>
    public bool IsCopyOf(ClaimOrigin other) =>
        (StoryId.Length > 0 && StoryId == other.StoryId) || (ChainId.Length > 0 && ChainId == other.ChainId);

    private static string First(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
            if (!string.IsNullOrEmpty(name))
                return name;
        return "";
    }

    private static string Lower(string name) => name.ToLowerInvariant();
}
