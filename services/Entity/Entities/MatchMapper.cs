using Truceline.Entity.Search;
using Truceline.Entity.V1;

namespace Truceline.Entity.Entities;

/// <summary>Answers of a search as protos. Pure.</summary>
internal static class MatchMapper
{
    internal static EntityMatch Map(RankedEntity ranked) => new()
    {
        EntityId = ranked.Entity.EntityId,
        Type = ranked.Entity.Type,
        Name = ranked.Entity.Name,
        Country = ranked.Entity.Country,
        Kind = ranked.Entity.Kind,
        Match = new NameMatch { Name = ranked.Name, Ranges = { ranked.Ranges.Select(r => new MatchRange { Start = r.Start, End = r.End }) } },
        Score = ranked.Score,
        MentionCount = ranked.Entity.Mentions,
    };
}
