using Truceline.Entity.Entities;
using Truceline.Entity.V1;

namespace Truceline.Entity.Corrections;

/// <summary>
/// The corrections that are in force, ready to be applied to whatever evidence says, whenever it was read: in the order in which they were made, each to what
/// those before it left. Without one of them everything is as if it had never been. Immutable, safe for many threads.
/// </summary>
internal sealed class CorrectionSet
{
    private readonly Dictionary<string, List<StoredCorrection>> _moves = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredCorrection> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredCorrection> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rejected = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<StoredCorrection>> _mentions = new(StringComparer.Ordinal);

    /// <param name="corrections">Corrections in any order; those that were reverted count for nothing.</param>
    internal CorrectionSet(IEnumerable<StoredCorrection> corrections)
    {
        foreach (var correction in corrections.Where(c => c.IsInForce).OrderBy(c => c.Correction.Sequence))
        {
            var id = correction.Correction.EntityId;
            switch (correction.Correction.Kind)
            {
                case CorrectionKind.Merge:
                    AddTo(_moves, id, correction);
                    break;
                case CorrectionKind.Split:
                    AddTo(_moves, id, correction);
                    if (correction.Correction.Name.Length > 0)
                    {
                        _names[correction.Correction.OtherEntityId] = correction;
                    }

                    break;
                case CorrectionKind.Rename:
                    _names[id] = correction;
                    break;
                case CorrectionKind.SetType:
                    _types[id] = correction;
                    break;
                case CorrectionKind.RejectEntity:
                    _rejected.Add(id);
                    break;
                case CorrectionKind.RejectMention:
                    foreach (var chain in correction.ChainIds)
                    {
                        AddTo(_mentions, chain, correction);
                    }

                    break;
            }
        }
    }

    /// <summary>None.</summary>
    internal static CorrectionSet Empty { get; } = new([]);

    /// <summary>Whether mentions were rejected, so that readings do not show all that was read.</summary>
    internal bool TouchWords => _mentions.Count > 0;

    /// <summary>The entity that an appearance belongs to.</summary>
    /// <param name="appearance">What a report says, with the id that evidence gives it.</param>
    internal string EntityOf(Appearance appearance) => Follow(appearance.BaseId, appearance);

    /// <summary>The entity that an id means: itself or what it was merged into.</summary>
    internal string EntityOf(string id) => Follow(id, null);

    /// <summary>Name that an analyst gave an entity; null when none did, or when it was erased.</summary>
    internal string? NameOf(string entityId) => _names.GetValueOrDefault(entityId)?.Correction.Name is { Length: > 0 } name ? name : null;

    /// <summary>Type that an analyst gave an entity; null when none did.</summary>
    internal EntityType? TypeOf(string entityId) => _types.GetValueOrDefault(entityId)?.Correction.Type;

    /// <summary>Whether an analyst said that it is no entity.</summary>
    internal bool IsRejected(string entityId) => _rejected.Contains(entityId);

    /// <summary>Whether an analyst said that a mention names nothing.</summary>
    internal bool IsRejected(Appearance appearance, int mention) =>
        _mentions.TryGetValue(appearance.ChainId, out var rejected)
        && rejected.Exists(r => r.Mark == appearance.Marks[mention] || (r.Correction.Mention.ReportId == appearance.ReportId
            && r.Correction.Mention.Span.Equals(appearance.Mentions[mention].Span)));

    /// <summary>An appearance without the mentions that name nothing.</summary>
    internal Appearance WithoutRejected(Appearance appearance)
    {
        if (!_mentions.ContainsKey(appearance.ChainId))
        {
            return appearance;
        }

        var kept = Enumerable.Range(0, appearance.Mentions.Count).Where(i => !IsRejected(appearance, i)).ToList();
        return kept.Count == appearance.Mentions.Count
            ? appearance
            : appearance with { Mentions = [.. kept.Select(i => appearance.Mentions[i])], Marks = [.. kept.Select(i => appearance.Marks[i])] };
    }

    private string Follow(string id, Appearance? appearance)
    {
        var at = 0L;
        while (_moves.TryGetValue(id, out var moves) && moves.Find(m => m.Correction.Sequence > at && Moves(m, appearance)) is { } move)
        {
            (id, at) = (move.Correction.OtherEntityId, move.Correction.Sequence);
        }

        return id;
    }

    private static bool Moves(StoredCorrection correction, Appearance? appearance) =>
        correction.Correction.Kind == CorrectionKind.Merge
        || (appearance is not null && (correction.ChainIds.Contains(appearance.ChainId)
            || (correction.NameKeys.Count > 0 && appearance.NameKeys.Any(correction.NameKeys.Contains))));

    private static void AddTo(Dictionary<string, List<StoredCorrection>> lists, string key, StoredCorrection correction)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        list.Add(correction);
    }
}
