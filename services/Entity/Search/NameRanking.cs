using Truceline.Entity.Entities;

namespace Truceline.Entity.Search;

/// <summary>An entity that answers, with the name that answers best.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Name">The name.</param>
/// <param name="Ranges">Half-open ranges of code points of the name that match, in order.</param>
/// <param name="Score">How well it answers, in (0, 1].</param>
internal sealed record RankedEntity(SearchDocument Entity, string Name, IReadOnlyList<(int Start, int End)> Ranges, double Score);

/// <summary>Decides how well names answer a query. Pure.</summary>
internal static class NameRanking
{
    // How much of the score is how often an entity is named: it decides among names that answer alike.
    private const double Weight = 0.08;

    // After every name that holds all words.
    private const double WithOneTooMany = 0.7;

    /// <summary>Orders candidates, the best first; those of which no name answers are left out.</summary>
    internal static IReadOnlyList<RankedEntity> Rank(string query, IEnumerable<SearchDocument> candidates)
    {
        var words = EntityKeys.Fold(query).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. candidates.Select(c => Best(query, words, c)).OfType<RankedEntity>()
                .OrderByDescending(r => r.Score).ThenByDescending(r => r.Entity.Mentions).ThenBy(r => r.Entity.EntityId, StringComparer.Ordinal),
        ];
    }

    private static RankedEntity? Best(string query, string[] words, SearchDocument entity)
    {
        RankedEntity? best = null;
        foreach (var name in entity.Names.Prepend(entity.Name).Distinct(StringComparer.Ordinal))
        {
            var (score, ranges) = Score(query, words, name);

            // Its own name before an alias that answers as well.
            if (score > 0 && (best is null || score > best.Score))
            {
                best = new RankedEntity(entity, name, ranges, score);
            }
        }

        var fame = Math.Min(1, Math.Log2(1 + entity.Mentions) / 20);
        return best is null ? null : best with { Score = best.Score * (1 - Weight + (Weight * fame)) };
    }

    private static (double Score, IReadOnlyList<(int, int)> Ranges) Score(string query, string[] words, string name)
    {
        var parts = NameWords.Of(name);
        if (parts.Count == 0)
        {
            return (0, []);
        }

        if (string.Equals(query, name, StringComparison.Ordinal))
        {
            return (1, [(0, parts[^1].End)]);
        }

        var (sum, missing, used) = (0.0, 0, new SortedSet<int>());
        foreach (var word in words)
        {
            var (at, likeness) = Closest(word, parts);
            if (at < 0)
            {
                if (words.Length < NameQuery.SparesOneFrom || ++missing > 1)
                {
                    return Whole(query, name, parts);
                }

                continue;
            }

            sum += likeness;
            used.Add(at);
        }

        // A name with further words answers a little less.
        var score = sum / words.Length * (missing > 0 ? WithOneTooMany : 1) * (0.8 + (0.19 * used.Count / parts.Count));
        var whole = Whole(query, name, parts);
        return whole.Score > score ? whole : (score, [.. used.Select(i => (parts[i].Start, parts[i].End))]);
    }

    // "al hudaydah" is not written as "hodeida" in any of its words.
    private static (double Score, IReadOnlyList<(int, int)> Ranges) Whole(string query, string name, IReadOnlyList<NameWord> parts)
    {
        var (a, b) = (SpellingKey.OfName(query), SpellingKey.OfName(name));
        var likeness = a == b ? 0.9 : 0.9 * Likeness(a, b);
        return likeness > 0 ? (likeness, [(parts[0].Start, parts[^1].End)]) : (0, []);
    }

    private static (int At, double Likeness) Closest(string word, IReadOnlyList<NameWord> parts)
    {
        var (at, best) = (-1, 0.0);
        var loose = SpellingKey.OfWord(word);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            var likeness = word == part.Folded ? 1
                : part.Folded.StartsWith(word, StringComparison.Ordinal) ? 0.75 + (0.2 * word.Length / part.Folded.Length)
                : loose == part.Loose ? 0.93
                : Math.Max(Likeness(word, part.Folded), 0.95 * Likeness(loose, part.Loose));
            if (likeness > best)
            {
                (at, best) = (i, likeness);
            }
        }

        return (at, best);
    }

    // One typo in short words, two in long ones; 0 for more.
    private static double Likeness(string a, string b)
    {
        var allowed = Math.Min(a.Length, b.Length) switch { < 4 => 0, < 8 => 1, _ => 2 };
        var distance = EditDistance.Of(a, b, allowed);
        return distance > allowed ? 0 : 0.9 - (0.1 * distance);
    }
}
