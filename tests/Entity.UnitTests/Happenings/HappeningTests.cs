using Truceline.Entity.Happenings;
using Truceline.Entity.V1;
using Truceline.Type.V1;

namespace Truceline.Entity.UnitTests.Happenings;

public sealed class HappeningTests
{
    private static readonly PlaceCandidate Tarn = Place("geonames:1", 35.9, 36.6, 3_000);
    private static readonly PlaceCandidate Far = Place("geonames:2", 36.9, 37.6, 3_000);

    [Fact]
    public void Of_ClaimsInAnyOrder_AreTheSameHappenings()
    {
        var claims = Enumerable.Range(0, 12).Select(i => Facts($"r{i}", killed: i % 3, day: 1 + (i % 4), place: i % 2 == 0 ? Tarn : Far, agency: $"a{i % 5}")).ToList();
        var expected = Compose(claims);

        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            Assert.Equal(expected, Compose([.. claims.OrderBy(_ => random.Next())]));
        }
    }

    [Fact]
    public void Of_ThreeSources_GivesTheirFiguresAndNoOther()
    {
        var happening = Assert.Single(Compose([Facts("r1", 3, agency: "a"), Facts("r2", 5, agency: "b"), Facts("r3", 4, 9, agency: "c")]));

        Assert.Equal([(3, 3), (5, 5), (4, 9)], happening.Figures.Select(f => ((int)f.Quantity.Low, (int)f.Quantity.High)));
        Assert.Equal(3, happening.IndependentOrigins);
        // 3 excludes 5 and "4 to 9"; 5 lies in "4 to 9".
        Assert.Equal(2, happening.Contradictions.Count(c => c.Kind == ContradictionKind.Figures));
    }

    [Fact]
    public void Of_CopiesOfOneStory_CountAsOneOrigin()
    {
        var happening = Assert.Single(Compose([Facts("r1", 3, agency: "a", story: "s"), Facts("r2", 3, agency: "b", story: "s"), Facts("r3", 3, agency: "b", story: "t")]));

        Assert.Equal(1, happening.IndependentOrigins);
        Assert.Equal(3, happening.Claims.Count);
    }

    [Fact]
    public void Of_TwoReportsThatCiteTheSameMan_CountAsOneOrigin()
    {
        var (one, other) = (Facts("r1", 3, agency: "a", speaker: "Karim Sample"), Facts("r2", 3, agency: "b", speaker: "Karim Sample"));

        Assert.Equal(1, Assert.Single(Compose([one, other])).IndependentOrigins);
    }

    [Fact]
    public void Of_DaysInARow_AreNotChained()
    {
        var claims = Enumerable.Range(1, 6).SelectMany(d => new[] { Facts($"x{d}", 1, day: d, agency: "a"), Facts($"y{d}", 1, day: d, agency: "b") });

        var happenings = Compose([.. claims]);

        Assert.Equal(6, happenings.Count);
        Assert.All(happenings, h => Assert.Equal(h.FirstDate, h.LastDate));
    }

    [Fact]
    public void Of_AnotherPlace_IsAnotherHappening() => Assert.Equal(2, Compose([Facts("r1", 3), Facts("r2", 3, place: Far)]).Count);

    [Fact]
    public void Of_BackgroundAndRepeated_AreNone()
    {
        Assert.Null(FactsOf("r1", c => c.Background = true));
        Assert.Null(FactsOf("r1", c => c.RepeatedOverPeriod = true));
        Assert.Null(FactsOf("r1", c => c.Mode = AssertionMode.Threatened));
        Assert.NotNull(FactsOf("r1", _ => { }));
    }

    [Fact]
    public void Of_ADenial_DisputesAndIsNoHappeningAlone()
    {
        var denial = FactsOf("r2", c => (c.Kind, c.Class) = (ClaimKind.Denial, "deny"), agency: "b", day: 2)!;

        Assert.Empty(Compose([denial]));
        var happening = Assert.Single(Compose([Facts("r1", 3, agency: "a"), denial]));
        Assert.Equal(ContradictionKind.Denial, Assert.Single(happening.Contradictions).Kind);
        Assert.Equal(InformationCredibility.Doubtful, happening.Credibility);
        Assert.Equal([HappeningSide.Asserts, HappeningSide.Denies], happening.Claims.Select(c => c.Side));
    }

    [Fact]
    public void Of_DifferentDoers_MarksTheAccusation()
    {
        var (one, other) = (FactsOf("r1", c => c.Actors.Add(Party("north")), "a")!, FactsOf("r2", c => c.Actors.Add(Party("south")), "b")!);

        Assert.Equal(ContradictionKind.Actor, Assert.Single(Assert.Single(Compose([one, other])).Contradictions).Kind);
    }

    [Fact]
    public void Keys_OfClaimsThatAreAlike_MeetInOne()
    {
        var province = Place("geonames:9", 35.8, 36.7, 49_000);
        ClaimFacts[] alike = [Facts("r1", 3), Facts("r2", 3, place: province), Facts("r3", 3, place: Place("geonames:3", 35.93, 36.62, 2_000)), Facts("r4", 3, day: 2)];

        foreach (var (a, b) in from a in alike from b in alike where HappeningScore.Of(a, b) >= HappeningScore.Least select (a, b))
        {
            Assert.NotEmpty(HappeningKeys.Of(a).Intersect(HappeningKeys.Of(b)));
        }

        Assert.True(HappeningScore.Of(alike[0], alike[1]) >= HappeningScore.Least);
        Assert.All(HappeningKeys.Of(alike[1]), k => Assert.True(k.Length <= 40, k));
    }

    [Theory]
    [InlineData(3, SourceReliability.F, 0, false, InformationCredibility.Confirmed, "three_origins")]
    [InlineData(2, SourceReliability.B, 0, false, InformationCredibility.Confirmed, "two_origins_one_reliable")]
    [InlineData(2, SourceReliability.F, 0, false, InformationCredibility.ProbablyTrue, "two_origins")]
    [InlineData(1, SourceReliability.A, 0, false, InformationCredibility.ProbablyTrue, "one_origin_a")]
    [InlineData(1, SourceReliability.C, 0, true, InformationCredibility.Doubtful, "figures_differ")]
    [InlineData(1, SourceReliability.E, 0, false, InformationCredibility.Improbable, "one_origin_e")]
    [InlineData(1, SourceReliability.F, 0, false, InformationCredibility.CannotBeJudged, "one_origin_unjudged")]
    [InlineData(3, SourceReliability.A, 1, false, InformationCredibility.ProbablyTrue, "denied")]
    [InlineData(1, SourceReliability.A, 1, false, InformationCredibility.Doubtful, "denied")]
    public void Judge_OfASide_GivesTheGradeAndWhy(int origins, SourceReliability best, int against, bool figures, InformationCredibility expected, string lastReason)
    {
        var (grade, reasons) = CredibilityRule.Judge(new SideFacts(origins, best, against, figures, ActorsDiffer: false));

        Assert.Equal(expected, grade);
        Assert.Equal(lastReason, reasons[^1].Code);
    }

    [Fact]
    public void Relation_OfADeedThatBreaksAPromise_IsTold()
    {
        var promise = new Claim { Kind = ClaimKind.Commitment, Class = "cease_fire", Mode = AssertionMode.Promised, Actors = { Party("north") } };
        var deed = FactsOf("r1", c => c.Actors.Add(Party("north")))!.Claim;
        var before = deed.Clone();
        before.Date = Day(1, month: 2);

        Assert.Equal(ClaimRelation.Breaches, ClaimRelations.Of(deed, new(2019, 3, 2), promise, new(2019, 3, 1)));
        Assert.Null(ClaimRelations.Of(before, new(2019, 3, 2), promise, new(2019, 3, 1)));
        promise.Actors[0].EntityId = "south";
        Assert.Null(ClaimRelations.Of(deed, new(2019, 3, 2), promise, new(2019, 3, 1)));
    }

    private static IReadOnlyList<Happening> Compose(IReadOnlyList<ClaimFacts> claims) =>
        [.. HappeningClusters.Of(claims).Select(HappeningComposer.Compose).OrderBy(h => h.Id, StringComparer.Ordinal)];

    private static ClaimFacts Facts(string report, int killed, int? atMost = null, int day = 1, PlaceCandidate? place = null, string agency = "", string story = "", string speaker = "") =>
        FactsOf(report, c =>
        {
            c.Fatalities = new CountRange { Low = killed, High = atMost ?? killed };
            c.Place.Candidates[0] = place ?? Tarn;
            c.Speaker = speaker.Length > 0 ? new Participant { EntityId = "p", Name = speaker } : null;
        }, agency, day, story)!;

    private static ClaimFacts? FactsOf(string report, Action<Claim> change, string agency = "", int day = 1, string story = "")
    {
        var claim = new Claim
        {
            Id = "claim-" + report,
            Kind = ClaimKind.Event,
            Class = "assault_shelling",
            Mode = AssertionMode.Asserted,
            Place = new ClaimPlace { Name = "Tarn", Candidates = { Tarn } },
            Date = Day(day),
            Evidence = new Evidence { ReportId = report, Span = new Span { Start = 0, End = 9 } },
            Reliability = SourceReliability.F,
        };
        change(claim);
        return ClaimFacts.Of(claim, new ReportOrigin(ReportOrigin.DigestOf(agency), ReportOrigin.DigestOf(agency), story, report, agency, new DateOnly(2019, 3, day)));
    }

    private static DateExtent Day(int day, int month = 3)
    {
        var text = new DateOnly(2019, month, day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return new DateExtent { Value = text, StartDate = text, EndDate = text, Precision = Truceline.Type.V1.DatePrecision.Day };
    }

    private static Participant Party(string id) => new() { EntityId = id, Name = id };

    private static PlaceCandidate Place(string id, double latitude, double longitude, double radius) =>
        new() { GazetteerId = id, Name = id, Position = new Position { Latitude = latitude, Longitude = longitude }, RadiusM = radius, Score = 1 };
}
