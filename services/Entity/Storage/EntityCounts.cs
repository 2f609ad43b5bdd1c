using Microsoft.EntityFrameworkCore;
using Truceline.Entity.Entities;

namespace Truceline.Entity.Storage;

/// <summary>
/// What appearances add to the counts of entities and names, and what those that go take away, applied once to each row. Made for one transaction under the
/// counter <c>identity</c>, so nobody else counts meanwhile.
/// </summary>
internal sealed class EntityCounts(EntityDbContext db)
{
    private readonly Dictionary<string, (long Mentions, long Reports)> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<(string EntityId, string Name), (long Mentions, long Reports, long Titles)> _names = [];

    /// <summary>Counts an appearance, or takes it away.</summary>
    /// <param name="appearance">It, without rejected mentions.</param>
    /// <param name="sign">1 or -1.</param>
    internal void Add(Appearance appearance, int sign)
    {
        if (appearance.Mentions.Count == 0)
        {
            return;
        }

        var id = appearance.EntityId;
        var (mentions, reports) = _entities.GetValueOrDefault(id);
        _entities[id] = (mentions + (sign * appearance.Mentions.Count), reports + sign);
        foreach (var name in appearance.Mentions.Where(m => m.Text.Length > 0 && Appearance.IsName(m)).GroupBy(m => m.Text, StringComparer.Ordinal))
        {
            Add((id, name.Key), sign * name.Count(), sign, 0);
        }

        if (appearance.Name.Length > 0 && NamesInFull(appearance))
        {
            Add((id, appearance.Name), 0, 0, sign);
        }
    }

    /// <summary>Applies what was counted to the rows, which must be there or tracked.</summary>
    /// <param name="change">Number of the change.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task ApplyAsync(long change, CancellationToken cancellationToken)
    {
        string[] ids = [.. _entities.Keys.Union(_names.Keys.Select(n => n.EntityId))];
        string[] texts = [.. _names.Keys.Select(n => n.Name).Distinct()];
        var entities = (await db.Entities.Where(e => ids.Contains(e.EntityId)).ToListAsync(cancellationToken))
            .Concat(db.Entities.Local).DistinctBy(e => e.EntityId).ToDictionary(e => e.EntityId);
        var names = await db.EntityNames.Where(n => ids.Contains(n.EntityId) && (n.Titles > 0 || texts.Contains(n.Name)))
            .ToDictionaryAsync(n => (n.EntityId, n.Name), cancellationToken);
        foreach (var (id, delta) in _entities)
        {
            var entity = entities[id];
            var before = entity.Mentions;
            (entity.Mentions, entity.Reports) = (entity.Mentions + delta.Mentions, entity.Reports + delta.Reports);
            if (long.Log2(Math.Max(1, before)) != long.Log2(Math.Max(1, entity.Mentions)) || (before == 0) != (entity.Mentions == 0))
            {
                // Search weighs by the order of magnitude only.
                entity.Change = change;
            }
        }

        foreach (var (key, delta) in _names)
        {
            ApplyTo(names, key, delta, entities[key.EntityId], change);
        }

        foreach (var id in _names.Keys.Select(n => n.EntityId).Distinct())
        {
            Rename(entities[id], names.Values.Where(n => n.EntityId == id && n.Titles > 0), change);
        }
    }

    private void ApplyTo(
        Dictionary<(string, string), EntityNameRow> names, (string EntityId, string Name) key, (long Mentions, long Reports, long Titles) delta, EntityRow entity,
        long change)
    {
        if (!names.TryGetValue(key, out var row))
        {
            row = new EntityNameRow { EntityId = key.EntityId, Name = key.Name };
            names[key] = row;
            db.EntityNames.Add(row);
            entity.Change = change;
        }

        (row.Mentions, row.Reports, row.Titles) = (row.Mentions + delta.Mentions, row.Reports + delta.Reports, row.Titles + delta.Titles);
        if (row is { Mentions: <= 0, Titles: <= 0 })
        {
            db.EntityNames.Remove(row);
            entity.Change = change;
        }
    }

    // The name that most reports have as the fullest; a known one keeps its own. It does not depend on which came first.
    private static void Rename(EntityRow entity, IEnumerable<EntityNameRow> titles, long change)
    {
        if (entity.IsKnown)
        {
            return;
        }

        var name = titles.OrderByDescending(n => n.Titles).ThenBy(n => n.Name, StringComparer.Ordinal).FirstOrDefault()?.Name ?? "";
        if (name != entity.Name)
        {
            (entity.Name, entity.Change) = (name, change);
        }
    }

    // A surname that was chained to a full name does not name in full, nor does what an analyst merged into another: the other keeps its name. What was split off has no other.
    private static bool NamesInFull(Appearance appearance) =>
        appearance.BaseId == appearance.EntityId
            ? appearance.Key.Strength != KeyStrength.Short || appearance.BaseId == appearance.LocalId
            : appearance.Key.Strength != KeyStrength.Short && EntityIds.IsOfSplit(appearance.EntityId);

    private void Add((string, string) key, long mentions, long reports, long titles)
    {
        var before = _names.GetValueOrDefault(key);
        _names[key] = (before.Mentions + mentions, before.Reports + reports, before.Titles + titles);
    }
}
