using System.Globalization;
using Truceline.Ingest.V1;

namespace Truceline.SystemTests.Resilience;

/// <summary>Short stories, each of a happening of its own under the sample agreement: a strike inside two zones, and a promise.</summary>
internal static class PathStories
{
    private static readonly string[] Towns = ["Khan Shaykhun", "Saraqib", "Ariha", "Jisr al-Shughur", "Maarat al-Numan"];
    private static readonly DateOnly First = new(2018, 11, 3);

    /// <summary>A story.</summary>
    /// <param name="number">From 0 on; the same number is the same story.</param>
    internal static ReportDraft Story(int number)
    {
        var day = First.AddDays(7 * number);
        var (town, dead) = (Towns[number % Towns.Length], 3 + number);
        var text = string.Create(CultureInfo.InvariantCulture,
            $"""
            BEIRUT, {day:MMM d} - Air strikes by Syrian government warplanes killed {dead} civilians in {town} on {day:dddd}, the Syrian Observatory for Human Rights said.

            Turkey will send {20 + number} more soldiers to its posts by {day.AddDays(14):MMMM d}, the state news agency Anadolu reported.
            """);
        return new ReportDraft { Text = text, Published = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Source = "Example Wire" };
    }
}
