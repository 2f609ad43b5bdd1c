using System.Globalization;
using Truceline.Ingest.Stories.Signatures;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Stories;

public class BulletinTests
{
    private static readonly string[] Towns = ["Khan Shaykhun", "Saraqib", "Ariha", "Jisr al-Shughur", "Maarat al-Numan"];

    [Fact]
    public void FindAll_BulletinsOfOtherWeeksInTheSameWords_AreNoCopies()
    {
        var index = new NearDuplicateIndex();
        for (var week = 0; week < 60; week++)
        {
            var signature = StorySignature.Of(Bulletin(week));

            Assert.Empty(index.FindAll(signature));
            index.Add($"story {week}", $"report {week}", signature);
        }
    }

    private static Report Bulletin(int week)
    {
        var day = new DateOnly(2018, 11, 3).AddDays(7 * week);
        return new Report
        {
            Text = string.Create(CultureInfo.InvariantCulture,
                $"""
                BEIRUT, {day:MMM d} - Air strikes by Syrian government warplanes killed {3 + week} civilians in {Towns[week % Towns.Length]} on {day:dddd}, the Syrian Observatory for Human Rights said.

                Turkey will send {20 + week} more soldiers to its posts by {day.AddDays(14):MMMM d}, the state news agency Anadolu reported.
                """),
            Published = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }
}
