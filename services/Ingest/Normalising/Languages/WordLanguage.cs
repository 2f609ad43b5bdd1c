using System.Collections.Frozen;
using System.Numerics;

namespace Truceline.Ingest.Normalising.Languages;

/// <summary>Tells languages in Latin letters by their small words. Pure.</summary>
internal static class WordLanguage
{
    private const int MostWords = 300;
    private const int FewestHits = 3;

    private static readonly (string Language, string Words)[] Small =
    [
        ("en", "the of and to in that is was for on with said by at from have has were which their they he his be been are not this but an will would had after as it its who more than or when about two over"),
        ("fr", "le la les des du et en un une dans que qui pour par sur est au aux avec plus pas ont été ce cette ses son sont selon après d'une l'armée mais ou leur dont deux contre entre était à il se"),
        ("es", "el la los las de del y en un una que por con para se al su es lo más como pero sus no fue han este esta según entre desde dos sobre contra había ha son también o"),
        ("pt", "o a os as do da dos das de e em um uma que por com para se ao não no na nos nas mais foi são segundo entre desde dois sobre contra pelo pela também seu sua à"),
        ("it", "il lo la i gli le di del della dei delle e in un una che per con si al dal nel nella non è più sono stato secondo tra fra due contro anche ha hanno sul sulla da come dopo"),
        ("de", "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie über wurde einen zwei gegen worden"),
        ("nl", "de het een en van in te dat op voor met zijn is niet aan er om door bij ook uit naar maar als over tot wordt werd heeft hebben volgens twee tegen werden nog dan"),
        ("tr", "ve bir bu da de için ile olarak olan çok daha sonra ise kadar gibi ancak en iki üzerine göre tarafından etti edildi dedi oldu olduğunu karşı arasında yeni ya her"),
        ("az", "və bir bu da də üçün ilə olan çox daha sonra isə kimi ən iki tərəfindən edib olub qarşı arasında yeni hər deyib bildirib həm ki onun"),
        ("pl", "i w na z do się nie że to o jest za od po jak przez dla są przy był została dwóch oraz które który także ich może jego tym przed"),
        ("ro", "și în de la cu pe nu o un din care sunt pentru mai că s-a fost a au după prin este între două împotriva sau ale lui ce"),
        ("cs", "a v na se z je že s do o k za po pro od jako nebo ale byl při podle jsou které který také není dva proti jeho však"),
        ("hr", "i u na je se da za od su s o kao a koji će koje iz nije bio prema dva protiv rekao ali li nakon bi do"),
        ("sq", "të e në dhe për me një që nga i së është janë më nuk ka u se si dy pas kundër por"),
        ("hu", "a az és hogy nem egy is a ez volt van meg el de csak két szerint ellen után között mint már még"),
        ("sv", "och i att det som på är av för med den till en har de inte om ett var från vid två efter mot enligt"),
        ("da", "og i at det er på en til af for med den der de ikke som har et fra var to efter mod ifølge blev"),
        ("id", "yang dan di dari untuk dengan pada ini itu dalam tidak akan oleh telah dua ke kata para setelah mengatakan"),
        ("so", "iyo oo ah ku ka in uu la ee ay u waa kale soo ayaa dalka wuxuu"),
        ("sw", "na ya wa kwa ni katika la za kuwa hiyo cha yake baada watu wawili ambao alisema"),
        ("ha", "da a na ta ya su ne ce cikin domin wani sun don kuma an yi wanda"),
        ("ku", "û li de ku ji bi di ê ya yên hat kir bû jî wan her bo"),
    ];

    private static readonly FrozenDictionary<string, uint>.AlternateLookup<ReadOnlySpan<char>> ByWord = Small
        .SelectMany((l, i) => l.Words.Split(' ').Distinct().Select(w => (Word: w, Bit: 1u << i)))
        .GroupBy(p => p.Word).ToFrozenDictionary(g => g.Key, g => g.Aggregate(0u, (bits, p) => bits | p.Bit), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The language, BCP 47; null when the words do not decide.</summary>
    /// <param name="text">A sample in Latin letters.</param>
    internal static string? Of(ReadOnlySpan<char> text)
    {
        Span<double> scores = stackalloc double[Small.Length];
        Span<int> hits = stackalloc int[Small.Length];
        scores.Clear();
        hits.Clear();
        var words = 0;
        for (var at = 0; at < text.Length && words < MostWords;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '-' or '\'' or '’'))
            {
                end++;
            }

            words++;
            if (end - at <= 12 && ByWord.TryGetValue(text[at..end], out var bits))
            {
                // A word of one language decides more than one of many.
                var weight = 1.0 / BitOperations.PopCount(bits);
                for (; bits != 0; bits &= bits - 1)
                {
                    var language = BitOperations.TrailingZeroCount(bits);
                    scores[language] += weight;
                    hits[language]++;
                }
            }

            at = end;
        }

        return Best(scores, hits, words);
    }

    private static string? Best(ReadOnlySpan<double> scores, ReadOnlySpan<int> hits, int words)
    {
        var (best, second) = (0, -1);
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
            {
                (best, second) = (i, best);
            }
            else if (second < 0 || scores[i] > scores[second])
            {
                second = i;
            }
        }

        return hits[best] >= FewestHits && scores[best] > words * 0.06 && scores[best] > scores[second] * 1.4 ? Small[best].Language : null;
    }
}
