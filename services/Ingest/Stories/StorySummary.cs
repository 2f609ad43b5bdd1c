using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Ingest.Stories;

/// <summary>What is known of a story as a whole. The order in which its reports are added, or stories are joined, makes no difference but to the id.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Headline of its first report.</param>
/// <param name="FirstTime">When its first report came out.</param>
/// <param name="LastTime">When its last report came out.</param>
/// <param name="Reports">How many reports carry it.</param>
/// <param name="Agencies">Agencies that they name, in order; at most <see cref="MostAgencies"/>.</param>
internal sealed record StorySummary(
    string Id, string Title, DateTimeOffset FirstTime, DateTimeOffset LastTime, int Reports, IReadOnlyList<string> Agencies)
{
    /// <summary>Most agencies that are told apart.</summary>
    internal const int MostAgencies = 50;

    /// <summary>
    /// How many independent origins it has: each agency that is named is one, copies that name none count as an agency's; one when no copy names any, since
    /// all carry one text.
    /// </summary>
    internal int Origins => Math.Max(1, Agencies.Count);

    /// <summary>The id of the story that a report begins.</summary>
    internal static string IdOf(string reportId) => ContentHash.Of("story", reportId);

    /// <summary>A story of one report.</summary>
    internal static StorySummary Of(Report report)
    {
        var time = ReportTimes.Of(report);
        var agency = Stories.Agencies.KeyOf(report.Origin);
        return new(IdOf(report.Id), report.Title, time, time, 1, agency.Length > 0 ? [agency] : []);
    }

    /// <summary>The story with the reports of another one, under its own id.</summary>
    internal StorySummary Join(StorySummary other)
    {
        var isFirst = FirstTime < other.FirstTime || (FirstTime == other.FirstTime && string.CompareOrdinal(Title, other.Title) <= 0);
        return this with
        {
            Title = isFirst ? Title : other.Title,
            FirstTime = FirstTime <= other.FirstTime ? FirstTime : other.FirstTime,
            LastTime = LastTime >= other.LastTime ? LastTime : other.LastTime,
            Reports = Reports + other.Reports,
            Agencies = [.. Agencies.Union(other.Agencies).Order(StringComparer.Ordinal).Take(MostAgencies)],
        };
    }

    /// <summary>The origin as which one of its reports counts: the agency that it names; else the one that another copy names; else the first report's.</summary>
    /// <param name="origin">The report's origin.</param>
    /// <param name="first">The story's first report's.</param>
    internal string OriginOf(Origin? origin, Origin? first) =>
        origin is { Agency.Length: > 0 } ? Stories.Agencies.KeyOf(origin) : Agencies.Count > 0 ? Agencies[0] : first?.Key ?? "";
}
