using Lucene.Net.Index;
using Lucene.Net.Search;
using Truceline.Entity.Entities;
using Truceline.Entity.V1;

namespace Truceline.Entity.Search;

/// <summary>Makes a query over the index of names. Each word must be found in some way, of three or more all but one; a whole name that is spelt alike is found, too. Pure.</summary>
internal static class NameQuery
{
    private const int OneTypoFrom = 4;
    private const int TwoTyposFrom = 8;

    /// <summary>From so many words on one may be too many.</summary>
    internal const int SparesOneFrom = 3;

    // Candidates of the dictionary a word with typos may stand for.
    private const int Expansions = 64;

    /// <summary>The query.</summary>
    /// <param name="query">As it was asked.</param>
    /// <param name="words">Its words, folded.</param>
    /// <param name="types">Only these types; empty for all.</param>
    /// <param name="country">Only this country; empty for all.</param>
    internal static Query Of(string query, IReadOnlyList<string> words, IReadOnlyCollection<EntityType> types, string country)
    {
        var every = new BooleanQuery();
        foreach (var word in words)
        {
            every.Add(Word(word), words.Count < SparesOneFrom ? Occur.MUST : Occur.SHOULD);
        }

        if (words.Count >= SparesOneFrom)
        {
            every.MinimumNumberShouldMatch = words.Count - 1;
        }

        var names = new DisjunctionMaxQuery(0) { every };
        var whole = SpellingKey.OfName(query);
        if (whole.Length > 0)
        {
            names.Add(Constant(new TermQuery(new Term(IndexFields.LooseNames, whole)), 8));
            if (whole.Length >= OneTypoFrom)
            {
                names.Add(Fuzzy(IndexFields.LooseNames, whole, 2));
            }
        }

        var all = new BooleanQuery { { names, Occur.MUST } };
        if (types.Count > 0)
        {
            var any = new BooleanQuery();
            foreach (var type in types)
            {
                any.Add(new TermQuery(new Term(IndexFields.Type, ((int)type).ToString(System.Globalization.CultureInfo.InvariantCulture))), Occur.SHOULD);
            }

            all.Add(Constant(any, 0), Occur.MUST);
        }

        if (country.Length > 0)
        {
            all.Add(Constant(new TermQuery(new Term(IndexFields.Country, country)), 0), Occur.MUST);
        }

        return all;
    }

    private static DisjunctionMaxQuery Word(string word)
    {
        var any = new DisjunctionMaxQuery(0)
        {
            Constant(new TermQuery(new Term(IndexFields.Words, word)), 6),
            Constant(new PrefixQuery(new Term(IndexFields.Words, word)), 3),
        };
        var loose = SpellingKey.OfWord(word);
        if (loose.Length > 1)
        {
            any.Add(Constant(new TermQuery(new Term(IndexFields.LooseWords, loose)), 4));
        }

        if (word.Length >= OneTypoFrom)
        {
            any.Add(Fuzzy(IndexFields.Words, word, 1));
        }

        if (loose.Length >= OneTypoFrom)
        {
            any.Add(Fuzzy(IndexFields.LooseWords, loose, 1));
        }

        return any;
    }

    private static FuzzyQuery Fuzzy(string field, string word, float boost) =>
        new(new Term(field, word), word.Length >= TwoTyposFrom ? 2 : 1, prefixLength: 0, Expansions, transpositions: true)
        {
            Boost = boost,
            MultiTermRewriteMethod = new MultiTermQuery.TopTermsBoostOnlyBooleanQueryRewrite(Expansions),
        };

    private static ConstantScoreQuery Constant(Query query, float boost) => new(query) { Boost = boost };
}
