using System.Globalization;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Truceline.Entity.Happenings;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Places.Resolution;
using Truceline.Entity.Readings;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Events;
using Report = Truceline.Ingest.V1.Report;

namespace Truceline.Entity.UnitTests.Contradictions;

/// <summary>Both sides' counts of a day, read and gathered: they stand side by side on one happening for each place, and no number is there that neither said.</summary>
public sealed class SidesOfADayTests(SidesOfADayTests.SharedReader shared) : IClassFixture<SidesOfADayTests.SharedReader>
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Contradictions");

    public static TheoryData<string> Days => [.. Names];

    [Theory]
    [MemberData(nameof(Days))]
    public void Gather_BothSidesOfADay_StandSideBySideForEachPlace(string day)
    {
        var expected = Load(day);
        var happenings = Gather(expected, expected.Reports);

        foreach (var place in expected.Reports.SelectMany(r => r.Figures).Select(f => f.Place).Distinct())
        {
            var said = expected.Reports.SelectMany(r => r.Figures.Where(f => f.Place == place).Select(f => (r.Source, (double)f.Count))).Order().ToList();
            var happening = Assert.Single(happenings, h => h.Figures.Any(f => f.Place.Contains(place, StringComparison.Ordinal)));
            var figures = happening.Figures.Select(f => (SourceOf(expected, f.Evidence.ReportId), f.Quantity.Low)).Order().ToList();
            Assert.Equal(said, figures);
            Assert.All(happening.Figures, f => Assert.Equal(f.Quantity.Low, f.Quantity.High));
            Assert.Equal(said.Count > 1 && said[0].Item2 != said[1].Item2, happening.Contradictions.Any(c => c.Kind == ContradictionKind.Figures));
            Assert.Equal(said.Count, happening.IndependentOrigins);
            Assert.All(happening.Figures, f => Assert.NotEmpty(f.SaidBy));
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Gather_InTheOtherOrder_GivesTheSame(string day)
    {
        var expected = Load(day);

        Assert.Equal(Gather(expected, expected.Reports), Gather(expected, expected.Reports.Reverse()));
    }

    [Fact]
    public void Gather_ThreeDaysTogether_MixesNone()
    {
        var days = Names.Select(Load).ToList();
        var facts = days.SelectMany(d => d.Reports.SelectMany(r => FactsOf(d, r))).ToList();

        var together = HappeningClusters.Of(facts).Select(HappeningComposer.Compose).Where(h => h.Group == HappeningGroups.Violations).Select(h => h.Id).Order();
        var apart = days.SelectMany(d => Gather(d, d.Reports)).Select(h => h.Id).Order();

        Assert.Equal(apart, together);
    }

    private static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    private IReadOnlyList<Happening> Gather(DayOfCounts day, IEnumerable<SideReport> reports) =>
        [.. HappeningClusters.Of(reports.SelectMany(r => FactsOf(day, r))).Select(HappeningComposer.Compose)
            .Where(h => h.Group == HappeningGroups.Violations).OrderBy(h => h.Id, StringComparer.Ordinal)];

    private IEnumerable<ClaimFacts> FactsOf(DayOfCounts day, SideReport side)
    {
        var published = day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var report = new Report
        {
            Id = IdOf(side),
            Text = File.ReadAllText(Path.Combine(Folder, side.File)),
            Published = published,
            Source = side.Source,
            ReceivedTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(day.Day, new TimeOnly(20, 0), TimeSpan.Zero)),
        };
        var reading = shared.Reader.Read(report, AreasOfInterest.None, report.ReceivedTime.ToDateTimeOffset());
        var origin = new ReportOrigin(ReportOrigin.DigestOf(side.Source), "", "", report.Id, side.Source, day.Day);
        return reading.Claims.Select(c => ClaimFacts.Of(c, origin)).OfType<ClaimFacts>();
    }

    private static string SourceOf(DayOfCounts day, string report) => day.Reports.Single(r => IdOf(r) == report).Source;

    private static string IdOf(SideReport side) => ContentHash.Of("report", side.File);

    private static DayOfCounts Load(string day) =>
        JsonSerializer.Deserialize<DayOfCounts>(File.ReadAllText(Path.Combine(Folder, day + ".json")), JsonSerializerOptions.Web)!;

    /// <summary>A reader for all tests: it takes a moment to build.</summary>
    public sealed class SharedReader
    {
        internal ReportReader Reader { get; } = new(new StoryReader());
    }

    private sealed record DayOfCounts(DateOnly Day, IReadOnlyList<SideReport> Reports);

    private sealed record SideReport(string File, string Source, IReadOnlyList<CountedFigure> Figures);

    private sealed record CountedFigure(string Place, int Count);
}
