using Truceline.Ingest.Stories.Revisions;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Stories;

/// <summary>Shows stories and versions as they are stored.</summary>
internal interface IStoryStore
{
    /// <summary>The story with this id, or the one that it has become part of; null when there is none.</summary>
    Task<StorySummary?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Its reports without their texts, the first that came out first; one more than asked for when there are more.</summary>
    /// <param name="storyId">Id of a story that is no part of another.</param>
    /// <param name="page">The page; its keys are time and id.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<Report>> ReportsAsync(string storyId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>A page of stories, the one with the latest report first; one more than asked for when there are more.</summary>
    Task<IReadOnlyList<StorySummary>> ListAsync(StoryFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>All versions of a report in the order of publication, at most the <paramref name="most"/> latest accepted; empty when there is no such report.</summary>
    Task<IReadOnlyList<KnownVersion>> VersionsAsync(string reportId, int most, CancellationToken cancellationToken);
}

/// <summary>Which stories are listed.</summary>
/// <param name="MinOrigins">With at least so many independent origins.</param>
/// <param name="MinReports">With at least so many reports.</param>
/// <param name="From">Whose last report came out then or later; null for all.</param>
/// <param name="To">Whose first report came out before; null for all.</param>
internal sealed record StoryFilter(int MinOrigins, int MinReports, DateTimeOffset? From, DateTimeOffset? To);
