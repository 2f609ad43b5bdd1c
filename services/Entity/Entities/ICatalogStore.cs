using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Paging;
using EntityMention = Truceline.Entity.V1.EntityMention;

namespace Truceline.Entity.Entities;

/// <summary>Reads what is known of entities.</summary>
internal interface ICatalogStore
{
    /// <summary>The id that an id means: itself, or what it was merged into; null when it was never given out.</summary>
    Task<string?> ResolveAsync(string entityId, CancellationToken cancellationToken);

    /// <summary>An entity by its own id; null when there is none.</summary>
    Task<EntityProfile?> FindAsync(string entityId, CancellationToken cancellationToken);

    /// <summary>Its mentions from a position on, the report that was published last first; one more than asked for when there are more.</summary>
    /// <param name="entityId">The entity.</param>
    /// <param name="after">The last mention before; null for the first page.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<IReadOnlyList<EntityMention>> ListMentionsAsync(string entityId, MentionPosition? after, int count, CancellationToken cancellationToken);

    /// <summary>Claims in which it takes part, the latest day first; one more than asked for when there are more. The key of a page is day and claim.</summary>
    Task<IReadOnlyList<TimelineEntry>> ListClaimsAsync(string entityId, TimelineFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>How many of these claims there are a day, the latest first.</summary>
    Task<IReadOnlyList<TimelineDay>> CountDaysAsync(string entityId, TimelineFilter filter, int most, CancellationToken cancellationToken);

    /// <summary>Entities that are named or claimed together with it, those in most reports first.</summary>
    Task<ListNeighboursResponse> ListNeighboursAsync(
        string entityId, IReadOnlyCollection<EntityType> types, int count, int mostReports, CancellationToken cancellationToken);
}

/// <summary>A place in the list of an entity's mentions.</summary>
/// <param name="Time">Time of the report.</param>
/// <param name="ReportId">The report.</param>
/// <param name="Start">First code point of the mention.</param>
internal sealed record MentionPosition(DateTimeOffset Time, string ReportId, int Start);

/// <summary>Which claims of a timeline are meant.</summary>
/// <param name="From">First day, YYYY-MM-DD; empty for no bound.</param>
/// <param name="To">Last day; empty for no bound.</param>
/// <param name="Roles">Only these parts; empty for all.</param>
internal sealed record TimelineFilter(string From, string To, IReadOnlyCollection<ClaimRole> Roles);
