using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Truceline.Entity.UnitTests.Contradictions;

/// <summary>Both sides' counts of one day: every expected figure is one that its report states. Nothing is read here.</summary>
public sealed class ContradictionSetTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
    private static readonly string[] Words = ["nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Contradictions");

    public static TheoryData<string> Days => [.. Names];

    [Fact]
    public void Load_AllDays_AreThree() => Assert.Equal(3, Names.Count());

    [Theory]
    [MemberData(nameof(Days))]
    public void Load_Day_FiguresStandInTheirReports(string day)
    {
        var expected = Load(day);

        Assert.Equal(day, expected.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(2, expected.Reports.Select(r => r.Source).Distinct().Count());
        Assert.All(expected.Reports, report =>
        {
            var text = File.ReadAllText(Path.Combine(Folder, report.File));
            Assert.Contains(report.Source, text, StringComparison.Ordinal);
            Assert.All(report.Figures, f =>
            {
                Assert.Contains(f.Place!, text, StringComparison.Ordinal);
                Assert.Equal(f.Count, Value(text[f.Span[0]..f.Span[1]]));
            });
            Assert.True(report.Total is null || Value(text[report.Total.Span[0]..report.Total.Span[1]]) == report.Total.Count, report.File);
        });
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Load_Day_TheTwoSidesDisagree(string day)
    {
        var sides = Load(day).Reports.Select(r => r.Figures.ToDictionary(f => f.Place!, f => f.Count)).ToList();

        Assert.NotEqual(sides[0].Values.Sum(), sides[1].Values.Sum());
        Assert.Contains(sides[0], f => sides[1].TryGetValue(f.Key, out var other) && other != f.Value);
    }

    private static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    private static DayOfCounts Load(string day) => JsonSerializer.Deserialize<DayOfCounts>(File.ReadAllText(Path.Combine(Folder, day + ".json")), Options)!;

    private static int Value(string words) =>
        int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : Array.FindIndex(Words, w => w.Equals(words, StringComparison.OrdinalIgnoreCase));

    private sealed record DayOfCounts(DateOnly Day, string What, string Area, IReadOnlyList<SideReport> Reports);

    private sealed record SideReport(string File, string Source, IReadOnlyList<CountedFigure> Figures, CountedFigure? Total = null);

    private sealed record CountedFigure(string? Place, int Count, IReadOnlyList<int> Span);
}
