namespace Truceline.Ingest.Formats.Dates;

/// <summary>Names of months, and words of dates that say nothing about which day it is. Letter case does not matter.</summary>
internal static class DateWords
{
    // Whole names; Latin ones are also known by their first three letters or more where these are of one month only.
    private static readonly string[][] Months =
    [
        [
            "january", "januar", "jänner", "janvier", "enero", "gennaio", "janeiro", "januari", "января", "январь", "ocak", "січня",
            "يناير", "ιανουαρίου", "január", "stycznia", "ינואר"
        ],
        [
            "february", "februar", "février", "fevrier", "febrero", "febbraio", "fevereiro", "februari", "февраля", "февраль", "şubat",
            "subat", "лютого", "شباط", "فبراير", "φεβρουαρίου", "február", "lutego", "פברואר"
        ],
        [
            "march", "märz", "maerz", "mars", "marzo", "março", "marco", "maart", "марта", "март", "mart", "березня", "آذار", "مارس",
            "μαρτίου", "március", "marca", "מרץ"
        ],
        [
            "april", "avril", "abril", "aprile", "апреля", "апрель", "nisan", "квітня", "نيسان", "أبريل", "ابريل", "απριλίου", "április",
            "kwietnia", "אפריל"
        ],
        [
            "may", "mai", "mayo", "maggio", "maio", "mei", "мая", "май", "mayıs", "mayis", "травня", "أيار", "ايار", "مايو", "μαΐου",
            "μαϊ", "május", "maja", "מאי"
        ],
        [
            "june", "juni", "juin", "junio", "giugno", "junho", "июня", "июнь", "haziran", "червня", "حزيران", "يونيو", "ιουνίου",
            "június", "czerwca", "יוני"
        ],
        [
            "july", "juli", "juillet", "julio", "luglio", "julho", "июля", "июль", "temmuz", "липня", "تموز", "يوليو", "ιουλίου",
            "július", "lipca", "יולי"
        ],
        [
            "august", "août", "aout", "agosto", "augustus", "августа", "август", "ağustos", "agustos", "серпня", "آب", "أغسطس",
            "αυγούστου", "augusztus", "sierpnia", "אוגוסט"
        ],
        [
            "september", "septembre", "septiembre", "settembre", "setembro", "сентября", "сентябрь", "eylül", "eylul", "вересня", "أيلول",
            "ايلول", "سبتمبر", "σεπτεμβρίου", "szeptember", "września", "ספטמבר"
        ],
        [
            "october", "oktober", "octobre", "octubre", "ottobre", "outubro", "октября", "октябрь", "ekim", "жовтня", "أكتوبر",
            "οκτωβρίου", "október", "października", "אוקטובר"
        ],
        [
            "november", "novembre", "noviembre", "novembro", "ноября", "ноябрь", "kasım", "kasim", "листопада", "نوفمبر", "νοεμβρίου",
            "listopada", "נובמבר"
        ],
        [
            "december", "dezember", "décembre", "decembre", "diciembre", "dicembre", "dezembro", "декабря", "декабрь", "aralık", "aralik",
            "грудня", "ديسمبر", "δεκεμβρίου", "grudnia", "דצמבר"
        ],
    ];

    // Ordinals, prepositions, weekdays.
    private static readonly HashSet<string> Ignored = new(StringComparer.OrdinalIgnoreCase)
    {
        "st", "nd", "rd", "th", "of", "the", "at", "on", "de", "del", "du", "den", "der", "um", "uhr", "am", "le", "à", "a", "г", "в", "року", "о",
        "mon", "monday", "tue", "tues", "tuesday", "wed", "wednesday", "thu", "thur", "thurs", "thursday", "fri", "friday", "sat", "saturday", "sun", "sunday",
    };

    private static readonly Dictionary<string, int> ByName = Names();

    /// <summary>The month's number, 1 to 12; null when the word names none.</summary>
    internal static int? MonthOf(string word) => ByName.TryGetValue(word.ToLowerInvariant(), out var month) ? month : null;

    /// <summary>Whether the word names a month.</summary>
    internal static bool IsMonth(string word) => MonthOf(word) is not null;

    /// <summary>Whether the word is part of a date and says nothing.</summary>
    internal static bool IsIgnored(string word) => Ignored.Contains(word);

    private static Dictionary<string, int> Names()
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal) { ["sept"] = 9 };
        foreach (var (index, month) in Months.Index())
        {
            foreach (var name in month)
            {
                names[name] = index + 1;
            }
        }

        var prefixes = Months.SelectMany((m, i) => m.SelectMany(n => Enumerable.Range(3, Math.Max(0, n.Length - 3)).Select(l => (Text: n[..l], Month: i + 1))));
        foreach (var prefix in prefixes.Where(p => p.Text[0] < 'ؠ').GroupBy(p => p.Text).Where(g => g.Select(p => p.Month).Distinct().Count() == 1))
        {
            names.TryAdd(prefix.Key, prefix.First().Month);
        }

        return names;
    }
}
