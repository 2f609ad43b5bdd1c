namespace Truceline.Entity.Reading.Times;

/// <summary>
/// The grammar of dates and periods, by recursive descent over the lexemes of one sentence. At each place every production that its first lexeme may begin
/// is tried; the longest wins. One instance serves one reading.
/// </summary>
/// <param name="scene">The text, and the day that it is told from.</param>
/// <param name="lex">The sentence's lexemes.</param>
/// <param name="monthFirst">Whether "4/5" is the fifth of April where the text itself does not tell.</param>
internal sealed partial class Grammar(Scene scene, List<Lexeme> lex, bool monthFirst)
{
    /// <summary>The value of "overnight" among the near days.</summary>
    public const int Overnight = 9;

    private readonly List<Found> _found = [];

    private DateOnly Today => scene.Reference;

    /// <summary>The expressions of the sentence, ranges joined, in order.</summary>
    public List<Found> Parse()
    {
        _found.Clear();
        for (var i = 0; i < lex.Count;)
        {
            var count = _found.Count;
            if (Longest(i) is { } found && !IsName(found))
            {
                _found.Insert(count, found);
                i = _found[^1].Next;
            }
            else
            {
                _found.RemoveRange(count, _found.Count - count);
                i++;
            }
        }
        return Joined();
    }

    /// <summary>A production may leave a second expression behind it ("May 1 and 11").</summary>
    private void Also(Found second) => _found.Add(second);

    private Found? Longest(int i)
    {
        if (IsGlued(i))
            return null;
        return lex[i].Kind switch
        {
            Lex.Weekday => WeekdayLed(i),
            Lex.Month => Longer(MonthLed(i), null),
            Lex.Digits => Longer(Longer(Numeric(i), DayLed(i)), Longer(YearLed(i), Longer(CountLed(i), OrdinalLed(i)))),
            Lex.Cardinal or Lex.Hundred => Longer(Longer(DayLed(i), YearLed(i)), Longer(CountLed(i), OrdinalLed(i))),
            Lex.Ordinal => Longer(DayLed(i), OrdinalLed(i)),
            Lex.Step => Longer(StepLed(i), OrdinalLed(i)),
            Lex.Part => PartLed(i),
            Lex.Near => NearLed(i),
            Lex.Season => SeasonLed(i),
            Lex.Decade => DecadeLed(i),
            Lex.Unit => UnitLed(i),
            Lex.Word => WordLed(i),
            Lex.Other => CodeLed(i),
            _ => null,
        };
    }

    private static Found? Longer(Found? one, Found? other) =>
        one is null ? other : other is null || one.Next >= other.Next ? one : other;

    // Reading of the lexemes; every index is safe.
    private Lexeme At(int i) => i >= 0 && i < lex.Count ? lex[i] : default;

    private bool Is(int i, W word) => At(i) is { Kind: Lex.Word } l && (W)l.Value == word;

    private bool IsMark(int i, char mark) => At(i) is { Kind: Lex.Mark } l && l.Value == mark;

    private bool IsDash(int i) => At(i) is { Kind: Lex.Mark, Value: '-' or '–' or '—' or '~' or '‐' or '‑' };

    private bool IsUnit(int i, TimeUnit unit) => At(i) is { Kind: Lex.Unit } l && (TimeUnit)l.Value == unit;

    private bool Touches(int i) => i > 0 && i < lex.Count && !lex[i].Spaced;

    private int Skip(int i, W word) => Is(i, word) ? i + 1 : i;

    private ReadOnlySpan<char> Letters(int i) => i >= 0 && i < lex.Count ? scene.Text.AsSpan(lex[i].Start, lex[i].Length) : default;

    private bool Spells(int i, string word) => Letters(i).Equals(word, StringComparison.OrdinalIgnoreCase);

    private TextSpan SpanOf(int first, int next) => new(At(first).Start, At(next - 1).End);

    private Tense TenseAt(int first, int next) => scene.TenseAt(SpanOf(first, next));

    /// <summary>The back of a longer number, code, path or word, where nothing can begin.</summary>
    private bool IsGlued(int i)
    {
        if (!Touches(i))
            return false;
        var before = lex[i - 1];
        return lex[i].Kind switch
        {
            Lex.Digits => before.Kind != Lex.Mark || (before.Value is '.' or ',' or ':' or '/' && lex[i].Length is not 8 && At(i - 2).Kind == Lex.Digits && !lex[i - 1].Spaced) || before.Value is '$' or '€' or '£' or '#' or '+' or '_',
            Lex.Month or Lex.Weekday => before.Value is '$' or '_' || (before.Kind != Lex.Mark && before.Kind != Lex.Digits),
            _ => before.Value == '_' || (before.Kind == Lex.Digits && lex[i].Kind is not (Lex.Month or Lex.Unit)),
        };
    }

    /// <summary>Streets, squares and movements that are named after a day.</summary>
    private bool IsName(Found found) =>
        At(found.Next) is { Capital: true, Spaced: true, Kind: Lex.Other } && Names.Contains(Letters(found.Next).ToString());

    private static readonly HashSet<string> Names =
    [
        "Street", "Square", "Bridge", "Brigade", "Brigades", "Movement", "Martyrs", "Alliance", "Revolution", "University", "Hospital", "Division", "Avenue", "Road", "Dam",
        "District", "Stadium", "Airport", "Organisation", "Organization", "Mosque", "Times", "Mirror", "Telegraph", "Express", "Mail", "Herald", "Independent", "Post",
    ];
}
