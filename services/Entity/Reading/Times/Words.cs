namespace Truceline.Entity.Reading.Times;

/// <summary>Fragments that the patterns of dates are put together from. Patterns ignore case and capture by name only.</summary>
internal static class Words
{
    /// <summary>White space inside an expression: a few blanks or one line break, never an empty line.</summary>
    public const string S = @"(?:[ \t\u00A0\u202F]{1,3}|[ \t]?\r?\n[ \t]?)";

    public const string MonthName =
        @"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?|"
        + @"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![\p{L}])";

    public const string WeekdayName = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";

    public const string WeekdayAny =
        @"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?)";

    /// <summary>A day of the month, with or without its ordinal ending.</summary>
    public const string DayNumber = "(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?";

    /// <summary>A year that reports speak of; four digits.</summary>
    public const string YearNumber = "(?:1[5-9]|20)[0-9]{2}";

    /// <summary>Not the front of a longer number, word or time of day.</summary>
    public const string NumberEnds = @"(?![\w]|[.,:][0-9])";

    /// <summary>Not the back of a longer number, code or path.</summary>
    public const string NumberBegins = @"(?<![\w/.-]|[0-9],)";

    public const string Dash = @"[ \t]?[-–—~][ \t]?";

    /// <summary>A small number as expressions of time have it.</summary>
    public const string SmallNumber =
        @"(?:[0-9]{1,3}|an?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|"
        + "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)";

    public const string Unit = "(?:hour|day|week|fortnight|month|quarter|year|decade)";
}
