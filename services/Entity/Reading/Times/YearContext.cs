using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Times;

/// <summary>Tells four digits that are a year from those that number or count something.</summary>
internal static partial class YearContext
{
    private const int Reach = 60;

    public static bool IsCode(string text, int at) => CodeBefore().IsMatch(text.AsSpan(Math.Max(0, at - Reach)..at));

    public static bool IsCount(string text, int end) => CountAfter().IsMatch(text.AsSpan(end..Math.Min(text.Length, end + Reach)));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"(?:\b(?:resolutions?|articles?|decrees?|laws?|nos?\.?|numbers?|units?|brigade|division|battalion|regiment|route|road|highway|flight|room|page|hill|point|"
        + @"operation|model|serial|UNSCRs?|SCRs?|case|order|directive|act|bill)\s+(?:no\.?\s+)?(?:[0-9]{1,4}(?:\s\([0-9]{4}\))?(?:,\s|\sand\s|,\sand\s|\sor\s))*"
        + @"|\b(?:more than|fewer than|less than|over|about|around|some|nearly|almost|roughly|approximately|at least|at most|up to|estimated|another|additional|"
        + @"killed|killing|wounded|wounding|injured|with|than|of about|total of|to about)\s+)$", Options)]
    private static partial Regex CodeBefore();

    [GeneratedRegex(
        @"^\s+(?:[\w'’-]+\s+)?(?:people|persons|troops|soldiers|civilians|fighters|rebels|militants|men|women|children|families|refugees|personnel|police|policemen|officers|"
        + @"prisoners|detainees|hostages|members|residents|others|dead|killed|wounded|injured|vehicles|tanks|shells|rockets|rounds|mines|houses|homes|tents|tons|tonnes|"
        + @"pieces|units|items|bodies|weapons|missiles|drones|bombs|kilomet(?:re|er)s?|km|met(?:re|er)s?|miles?|feet|hectares|acres|square|hours?|GMT|UTC|dollars|euros)\b", Options)]
    private static partial Regex CountAfter();
}
