using Truceline.Ingest.V1;
using ReadingProto = Truceline.Entity.V1.Reading;

namespace Truceline.Entity.Entities;

/// <summary>
/// Gives the things of a reading the ids that their document alone gives them (<see cref="EntityIds.OfDocument"/>). Readings and claims are stored under these, which never
/// change; what they mean across documents is looked up. Pure.
/// </summary>
internal static class DocumentIds
{
    /// <summary>Rewrites the ids of entities and of those who take part in claims. Things that come out as one become one.</summary>
    /// <param name="reading">The reading with the ids of the reader; it is changed.</param>
    /// <param name="report">The report that was read.</param>
    internal static void Assign(ReadingProto reading, Report report)
    {
        var chain = report.ChainId.Length > 0 ? report.ChainId : report.Id;
        var ids = reading.Entities.ToDictionary(e => e.Id, e => EntityIds.OfDocument(EntityKeys.Of(e), chain), StringComparer.Ordinal);
        EntityRewriting.Apply(reading, (id, _) => ids.TryGetValue(id, out var own) ? new EntityMeaning(own) : new EntityMeaning(id));
    }
}
