using System.Text.RegularExpressions;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>Why a case of the suite is not met: what is left out on purpose is told from what is read otherwise.</summary>
internal static partial class MissReasons
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Whether the words are those of a feast, which are not read.</summary>
    public static bool IsFeast(string text) => Feasts().IsMatch(text);

    /// <summary>The reason for a miss, by the words of its line.</summary>
    public static string Of(string miss) =>
        SchoolYears().IsMatch(miss) ? "fiscal and school years begin where a country has them begin"
        : NoSuchDay().IsMatch(miss) ? "no such day"
        : Symbols().IsMatch(miss) ? "bounds and units in symbols are not read"
        : MiddleOf().IsMatch(miss) ? "'middle' and 'end' are a third and the last day here"
        : Narrated().IsMatch(miss) ? "counts from a day that the story tells, or can't be placed"
        : Glued().IsMatch(miss) ? "a blank inside a date in figures"
        : "read otherwise";

    [GeneratedRegex(@"\b(?:christmas|easter|halloween|thanksgiving|eid|ramadan|diwali|labou?r day|independence day|workers'? day|(?:mother|father|valentine|veteran|president|teacher|patrick|martin luther)\S*|black friday|cyber monday|new year'?s|memorial day|earth day|columbus|mlk|juneteenth|good friday|inauguration)\b", Options)]
    private static partial Regex Feasts();

    [GeneratedRegex(@"\b(?:fiscal|school|sy)\b", Options)]
    private static partial Regex SchoolYears();

    [GeneratedRegex(@"not resolved|feb 30", Options)]
    private static partial Regex NoSuchDay();

    [GeneratedRegex(@"[<>]\s?=|\[|\{|""", Options)]
    private static partial Regex Symbols();

    [GeneratedRegex(@"\bmiddle of\b", Options)]
    private static partial Regex MiddleOf();

    [GeneratedRegex(@"\bthe (?:day|week|month|year) (?:before|after)\b|\blater this\b", Options)]
    private static partial Regex Narrated();

    [GeneratedRegex(@"'[0-9]{2,4}(?: [-/,]|[-/] )", Options)]
    private static partial Regex Glued();
}
