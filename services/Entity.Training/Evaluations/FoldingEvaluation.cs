using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>
/// What the folding of names makes alike: pairs of spellings of one place, written from general knowledge and not from the rules, must meet; names of
/// different places must not. What folding brings in by chance is counted on the names of capitals.
/// </summary>
internal sealed class FoldingEvaluation : IEvaluation
{
    // Spellings of one place.
    private static readonly string[] Alike =
    [
        "Khan Shaykhun|Khan Sheikhoun", "Khan Shaykhun|Khan Cheikhoun", "Hodeidah|Al-Hudaydah", "Hodeida|Hudaydah", "Idlib|Edlib", "Saraqib|Saraqeb", "Maarat al-Numan|Ma'arrat an-Nu'man",
        "Douma|Duma", "Deir ez-Zor|Dayr az-Zawr", "Deir al-Zour|Deir ez-Zor", "Hama|Hamah", "Homs|Hims", "Latakia|Al-Ladhiqiyah", "Daraa|Dar'a", "Afrin|Efrin", "Jarabulus|Jarablus",
        "Al-Bab|El Bab", "Manbij|Menbij", "Raqqa|Ar-Raqqah", "Tal Abyad|Tell Abiad", "Ras al-Ayn|Ras al-Ain", "Qamishli|Al-Qamishly", "Taiz|Ta'izz", "Marib|Ma'rib", "Sanaa|Sana'a", "Saada|Sa'dah",
        "Hajjah|Hajja", "Ibb|Ebb", "Mokha|Al-Mukha", "Donetsk|Donetzk", "Zolote|Zolotoye", "Debaltseve|Debaltsevo", "Horlivka|Gorlovka", "Luhansk|Lugansk", "Kharkiv|Kharkov", "Kyiv|Kiev",
        "Avdiivka|Avdeevka", "Mariupol|Mariupol'", "Pisky|Peski", "Stanytsia Luhanska|Stanitsa Luganskaya", "Shusha|Shushi", "Agdam|Aghdam", "Fizuli|Fuzuli", "Lachin|Laçın", "Kalbajar|Kelbecer",
        "El Fasher|Al-Fashir", "Nyala|Niyala", "Juba|Djouba", "Khartoum|Khartum", "Omdurman|Umm Durman", "Kadugli|Kaduqli", "El Obeid|Al-Ubayyid", "Benghazi|Bengazi", "Sirte|Surt", "Misrata|Misratah",
        "Zawiya|Az-Zawiyah", "Tarhuna|Tarhouna", "Mekelle|Mek'ele", "Gondar|Gonder", "Kunduz|Qonduz",
    ];

    // Different places whose names are near each other.
    private static readonly string[] Apart =
    [
        "Homs|Hama", "Idlib|Erbil", "Mosul|Mersin", "Aden|Adana", "Taiz|Tunis", "Sirte|Surat", "Marib|Maribor", "Kabul|Kabwe", "Herat|Harare", "Gaza|Gao", "Donetsk|Dobropillia", "Luhansk|Lutsk",
        "Kherson|Kharkiv", "Juba|Jabal", "Nyala|Niamey", "Bangui|Bengal", "Goma|Gombe", "Bamako|Bambari", "Kidal|Kandal", "Mopti|Maputo", "Tripoli|Tiraspol", "Derna|Daraa", "Zliten|Zaltan", "Shusha|Susa",
        "Agdam|Agadir", "Lachin|Lausanne", "Sinjar|Zanjan", "Raqqa|Rakhine", "Afrin|Africa", "Dohuk|Duhok Hills", "Kobani|Kubani River", "Manbij|Manipur", "Douma|Doha", "Saada|Saida", "Hajjah|Haifa",
        "Ibb|Ibiza", "Mokha|Mecca", "Kassala|Kasala Hills", "Malakal|Malaga", "Bor|Bari",
    ];

    public string Name => "folding";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        var apart = Alike.Where(p => !Meet(p, NameKey.Loose)).ToList();
        var apartEven = apart.Where(p => !Meet(p, Skeleton)).ToList();
        var meet = Apart.Where(p => Meet(p, NameKey.Loose)).ToList();
        yield return new Score("spellings", "pairs of one place that fold together", 1 - ((double)apart.Count / Alike.Length), null, $"{Alike.Length} pairs; not {string.Join(", ", apart)}");
        yield return new Score(
            "spellings", "the same, by consonants where that fails", 1 - ((double)apartEven.Count / Alike.Length), null, $"as names are looked up in watched states; not {string.Join(", ", apartEven)}");
        yield return new Score("spellings", "pairs of different places that fold together", (double)meet.Count / Apart.Length, null, $"{Apart.Length} pairs; {(meet.Count == 0 ? "none" : string.Join(", ", meet))}");
        yield return Chance(Gazetteer.Load());
    }

    /// <summary>Of the states' capitals, those to which folding brings places of other names that are as large.</summary>
    private static Score Chance(Gazetteer gazetteer)
    {
        var capitals = gazetteer.Countries.All.Select(c => c.Capital).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var folded = capitals.Count(c => gazetteer.Find(c) is var found && found.Where(m => m.Exact).Select(m => m.Place.Population).DefaultIfEmpty().Max() is var largest
            && found.Any(m => m.Fit == NameFit.Folded && m.Place.Population > largest));
        return new Score("spellings", "capitals to which folding brings a larger place", (double)folded / capitals.Count, null, $"{capitals.Count} capitals; candidates alone: an exact spelling goes first");
    }

    private static bool Meet(string pair, Func<string, string> key)
    {
        var (one, other) = (pair[..pair.IndexOf('|', StringComparison.Ordinal)], pair[(pair.IndexOf('|', StringComparison.Ordinal) + 1)..]);
        return key(one) == key(other);
    }

    private static string Skeleton(string name)
    {
        Span<char> key = NameKey.Loose(name).ToCharArray();
        return new string(key[..NameFolding.Skeleton(key)]);
    }
}
