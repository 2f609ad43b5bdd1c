namespace Truceline.Entity.Reading.Times;

/// <summary>What a piece of an expression of time is.</summary>
internal enum Lex : byte
{
    Other,
    Mark,
    Digits,
    Month,
    Weekday,
    Cardinal,
    Ordinal,
    Hundred,
    Thousand,
    Unit,
    Season,
    Decade,
    Near,
    Step,
    Part,
    Word,
}

/// <summary>Spans of time that expressions count in.</summary>
internal enum TimeUnit
{
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// <summary>Words that point from one period to another.</summary>
internal enum Step
{
    Last,
    Past,
    Previous,
    Next,
    Coming,
    Following,
    Upcoming,
    This,
    Current,
    Same,
    That,
}

/// <summary>Parts of a period.</summary>
internal enum Part
{
    None,
    Early,
    Mid,
    Late,
    Start,
    Middle,
    End,
}

/// <summary>Words of closed classes that the grammar knows by name.</summary>
internal enum W
{
    None,
    The,
    A,
    Of,
    In,
    On,
    At,
    To,
    Until,
    Through,
    And,
    Or,
    Between,
    From,
    Since,
    Before,
    After,
    By,
    Ago,
    Later,
    Earlier,
    Within,
    Now,
    Starting,
    For,
    During,
    Couple,
    Few,
    Business,
    Calendar,
    Fiscal,
    Than,
    No,
    Not,
    As,
    More,
    Greater,
    Less,
    Date,
    Time,
    Rest,
    Prior,
    Hence,
    Ending,
    Possessive,
    Throughout,
    Around,
    EndOfYear,
    EndOfMonth,
    YearToDate,
    All,
    Up,
    Night,
    Is,
    Only,
}

/// <summary>A run of letters or digits, or a mark, of a sentence that speaks of time.</summary>
/// <param name="Start">Position of its first character.</param>
/// <param name="End">Position after its last.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Its number, or the value of its enumeration; of a mark its character; 0 for other words.</param>
/// <param name="Spaced">White space stands before it.</param>
/// <param name="Capital">It begins with a capital letter.</param>
internal readonly record struct Lexeme(int Start, int End, Lex Kind, int Value, bool Spaced, bool Capital)
{
    public int Length => End - Start;
}
