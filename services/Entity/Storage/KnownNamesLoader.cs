using Microsoft.EntityFrameworkCore;
using Truceline.Entity.Entities;
using Truceline.Entity.V1;

namespace Truceline.Entity.Storage;

/// <summary>Loads what other reports say under the names of one, as much of it as the decision looks at.</summary>
internal sealed class KnownNamesLoader(EntityDbContext db)
{
    // A surname is decided by what is within its reach, and what it means by what is within reach of that.
    private static readonly TimeSpan FullReach = 2 * ShortNames.Reach;

    /// <summary>Loads it.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="now">What its reading says.</param>
    /// <param name="before">What an earlier reading of it said.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task<KnownNames> LoadAsync(
        string reportId, IReadOnlyList<Appearance> now, IReadOnlyList<Appearance> before, CancellationToken cancellationToken)
    {
        var touched = now.Concat(before).Where(a => a.Key.Strength != KeyStrength.Known).ToList();
        if (touched.Count == 0)
        {
            return KnownNames.None;
        }

        var countries = await CountriesAsync(reportId, touched, cancellationToken);
        var changing = touched.Where(a => a.Key.Strength == KeyStrength.Full && IsSeveral(countries, now, a.Key) != IsSeveral(countries, before, a.Key))
            .Select(a => a.Key).Distinct().ToList();
        var found = new Dictionary<(string, string), Appearance>();
        await AddAsync(found, reportId, db.Appearances.Where(Of(changing.Select(k => k.Value))), cancellationToken);
        await AddAsync(found, reportId, db.Appearances.Where(OfShort(changing.Select(k => k.ShortValue))), cancellationToken);
        foreach (var time in touched.Select(a => a.Time).Distinct())
        {
            var (from, to, nearFrom, nearTo) = (time - FullReach, time + FullReach, time - ShortNames.Reach, time + ShortNames.Reach);
            // What other reports mean by a surname is looked at again only when this one says something of who bears it in full.
            await AddAsync(
                found,
                reportId,
                db.Appearances.Where(OfShort(touched.Where(a => a.Time == time && a.Key.Strength == KeyStrength.Full).Select(a => a.Key.ShortValue)))
                    .Where(a => a.Strength == (int)KeyStrength.Short && a.Time >= nearFrom && a.Time <= nearTo),
                cancellationToken);

            // Who bears a name in full matters only where a surname is in question.
            var inQuestion = touched.Where(a => a.Time == time).Concat(found.Values).Where(a => a.Key.Strength == KeyStrength.Short).Select(a => a.Key.ShortValue);
            await AddAsync(
                found,
                reportId,
                db.Appearances.Where(OfShort(inQuestion)).Where(a => a.Strength == (int)KeyStrength.Full && a.Time >= from && a.Time <= to),
                cancellationToken);
        }

        return new KnownNames { Countries = countries, Appearances = [.. found.Values] };
    }

    private async Task<Dictionary<(EntityType Type, string Key), IReadOnlySet<string>>> CountriesAsync(
        string reportId, List<Appearance> touched, CancellationToken cancellationToken)
    {
        var types = touched.Where(a => a.Key.Strength == KeyStrength.Full).DistinctBy(a => a.Key.Value).ToDictionary(a => a.Key.Value, a => a.Key.Type);
        var pairs = types.Count == 0
            ? []
            : await db.Appearances.Where(Of(types.Keys)).Where(a => a.Country != "" && a.ReportId != reportId)
                .Select(a => new { a.Key, a.Country }).Distinct().ToListAsync(cancellationToken);
        return pairs.GroupBy(p => p.Key).ToDictionary(
            g => (types[g.Key], g.Key), g => (IReadOnlySet<string>)g.Select(p => p.Country).ToHashSet(StringComparer.Ordinal));
    }

    private static bool IsSeveral(
        Dictionary<(EntityType, string), IReadOnlySet<string>> countries, IReadOnlyList<Appearance> appearances, EntityKey key) =>
        appearances.Where(a => a.Key.Value == key.Value && a.Country.Length > 0).Select(a => a.Country)
            .Concat(countries.GetValueOrDefault((key.Type, key.Value)) ?? Enumerable.Empty<string>()).Distinct().Count() > 1;

    private static async Task AddAsync(
        Dictionary<(string, string), Appearance> found, string reportId, IQueryable<AppearanceRow> rows, CancellationToken cancellationToken)
    {
        await foreach (var row in rows.AsNoTracking().Where(a => a.ReportId != reportId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            found.TryAdd((row.ReportId, row.LocalId), AppearanceWords.FromRow(row));
        }
    }

    private static System.Linq.Expressions.Expression<Func<AppearanceRow, bool>> Of(IEnumerable<string> keys)
    {
        string[] wanted = [.. keys.Distinct()];
        return wanted.Length == 0 ? _ => false : a => wanted.Contains(a.Key);
    }

    private static System.Linq.Expressions.Expression<Func<AppearanceRow, bool>> OfShort(IEnumerable<string> keys)
    {
        string[] wanted = [.. keys.Where(k => k.Length > 0).Distinct()];
        return wanted.Length == 0 ? _ => false : a => wanted.Contains(a.ShortKey);
    }
}
