using Truceline.Ingest.Sources;
using Truceline.Ingest.Sources.Fetching;
using Truceline.Ingest.Sources.Polling;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Sources;

public class FetchDecisionTests
{
    private static readonly DateTimeOffset Now = new(2020, 3, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly PollingPolicy Policy = PollingPolicy.Of(new SourcesOptions());
    private static readonly Uri Address = new("https://feeds.example.org/world.xml");
    private static readonly Source Source = new() { Id = "source", Address = Address.AbsoluteUri, IntervalSeconds = 900 };
    private static readonly byte[] Body = "<rss/>"u8.ToArray();

    [Fact]
    public void Judge_ANewBody_IsTakenIn() => Assert.Equal(FetchOutcome.TakenIn, FetchDecision.Judge(new FetchState(), Answer(200, Body)).Outcome);

    [Fact]
    public void Judge_TheSameBodyAgain_IsUnchanged()
    {
        var state = Next(new FetchState(), Answer(200, Body));

        Assert.Equal(FetchOutcome.Unchanged, FetchDecision.Judge(state, Answer(200, [.. Body])).Outcome);
        Assert.Equal(FetchOutcome.TakenIn, FetchDecision.Judge(state, Answer(200, [.. Body, 10])).Outcome);
    }

    [Fact]
    public void Judge_NotModified_CountsOnlyWhenItWasAskedFor()
    {
        Assert.Equal(FetchOutcome.NotModified, FetchDecision.Judge(new FetchState(), Answer(304) with { WasConditional = true }).Outcome);
        Assert.Equal(Judgement.Failure("HTTP_304"), FetchDecision.Judge(new FetchState(), Answer(304)));
    }

    [Theory]
    [InlineData(204, "HTTP_204")]
    [InlineData(404, "HTTP_404")]
    [InlineData(429, "HTTP_429")]
    [InlineData(503, "HTTP_503")]
    public void Judge_AStatusWithoutADocument_IsAFailureUnderItsNumber(int status, string reason) =>
        Assert.Equal(Judgement.Failure(reason), FetchDecision.Judge(new FetchState(), Answer(status)));

    [Fact]
    public void Judge_AnEmptyBody_IsAFailure() =>
        Assert.Equal(Judgement.Failure(FetchReasons.BodyEmpty), FetchDecision.Judge(new FetchState(), Answer(200, [])));

    [Fact]
    public void Next_ASuccess_KeepsValidatorsAndForgetsFailures()
    {
        var state = Next(new FetchState { ConsecutiveFailures = 3, LastError = "TIMEOUT" }, Answer(200, Body));

        Assert.Equal(("\"a\"", 0, "", Now), (state.Validators.ETag, state.ConsecutiveFailures, state.LastError, state.LastSuccess));
        Assert.InRange(state.NextDue!.Value, Now.AddSeconds(450), Now.AddSeconds(1350));
    }

    [Fact]
    public void Next_NotModifiedWithoutValidators_KeepsTheOldOnes()
    {
        var before = Next(new FetchState(), Answer(200, Body));
        var after = Next(before, Answer(304) with { WasConditional = true, Validators = new Validators("", "Fri, 06 Mar 2020 11:00:00 GMT", Address.AbsoluteUri) });

        Assert.Equal(("\"a\"", "Fri, 06 Mar 2020 11:00:00 GMT"), (after.Validators.ETag, after.Validators.LastModified));
        Assert.Equal(before.BodyHash, after.BodyHash);
    }

    [Fact]
    public void Next_FailuresInARow_DoublesThePauseUpToABound()
    {
        var state = new FetchState();
        var pauses = new List<double>();
        for (var i = 0; i < 12; i++)
        {
            state = Next(state, Answer(500));
            pauses.Add((state.NextDue!.Value - Now).TotalSeconds);
        }

        Assert.Equal([300, 600, 1200, 2400, 4800, 9600, 19200, 21600, 21600, 21600, 21600, 21600], pauses);
        Assert.Equal((12, "HTTP_500", (DateTimeOffset?)null), (state.ConsecutiveFailures, state.LastError, state.LastSuccess));
    }

    [Fact]
    public void Next_FailuresOfManySources_IsSpreadByChanceAndNeverSooner()
    {
        var pauses = new[] { 0, 0.25, 0.5, 0.99 }.Select(draw => (Next(new FetchState(), Answer(500), draw: draw).NextDue!.Value - Now).TotalSeconds);

        Assert.Equal([300, 337.5, 375, 448.5], pauses);
    }

    [Fact]
    public void Next_AFailureOfASourceThatIsLookedAtOften_WaitsForAnInterval()
    {
        var source = Source.Clone();
        source.IntervalSeconds = 60;

        Assert.Equal(Now.AddSeconds(60), Next(new FetchState(), Answer(500), source).NextDue);
    }

    [Theory]
    [InlineData(10, 300)]
    [InlineData(7200, 7200)]
    [InlineData(10_000_000, 86_400)]
    public void Next_RetryAfter_IsHonouredWhenLongerAndWithinBounds(int asked, int expected) =>
        Assert.Equal(Now.AddSeconds(expected), Next(new FetchState(), Answer(503) with { RetryAfter = TimeSpan.FromSeconds(asked) }).NextDue);

    [Fact]
    public void Next_Gone_IsNotLookedAtAnyMore()
    {
        var state = Next(new FetchState { NextDue = Now }, Answer(410));

        Assert.Equal((true, (DateTimeOffset?)null, "HTTP_410"), (state.IsGone, state.NextDue, state.LastError));
        Assert.Null(Next(state, Answer(500)).NextDue);
        Assert.False(Next(state, Answer(200, Body)).IsGone);
    }

    [Fact]
    public void Next_AFailure_KeepsWhatIsKnownOfTheLastGoodAnswer()
    {
        var good = Next(new FetchState(), Answer(200, Body));
        var bad = Next(good, Answer(503) with { Validators = new Validators("\"error\"", "", Address.AbsoluteUri) });

        Assert.Equal((good.Validators, good.BodyHash, good.LastSuccess), (bad.Validators, bad.BodyHash, bad.LastSuccess));
    }

    [Fact]
    public void NewAddress_AfterARedirectForGood_CountsOnlyWithAUsefulAnswer()
    {
        var moved = Answer(200, Body) with { PermanentAddress = new Uri("https://example.org/new.xml") };

        Assert.Equal("https://example.org/new.xml", FetchDecision.NewAddress(Source, moved, new Judgement(FetchOutcome.TakenIn)));
        Assert.Equal("https://example.org/new.xml", FetchDecision.NewAddress(Source, moved, new Judgement(FetchOutcome.NotModified)));
        Assert.Null(FetchDecision.NewAddress(Source, moved, Judgement.Failure("UNEXPECTED_FORMAT")));
        Assert.Null(FetchDecision.NewAddress(Source, Answer(200, Body), new Judgement(FetchOutcome.TakenIn)));
    }

    [Theory]
    [InlineData(429, 60, 60)]
    [InlineData(503, 60, 60)]
    [InlineData(503, 100_000, 86_400)]
    [InlineData(500, 60, null)]
    [InlineData(503, null, null)]
    public void HostPause_OfAnAnswer_IsWhatItsHostAsksOfAll(int status, int? asked, int? expected) => Assert.Equal(
        expected is { } e ? TimeSpan.FromSeconds(e) : null,
        FetchDecision.HostPause(Answer(status) with { RetryAfter = asked is { } a ? TimeSpan.FromSeconds(a) : null }, Policy.LongestRetryAfter));

    private static FetchState Next(FetchState state, FetchAnswer answer, Source? source = null, double draw = 0) =>
        FetchDecision.Next(source ?? Source, state, answer, FetchDecision.Judge(state, answer), Now, Policy, draw);

    private static FetchAnswer Answer(int status, byte[]? body = null) => new()
    {
        Status = status,
        Address = Address,
        PermanentAddress = Address,
        Validators = status == 200 ? new Validators("\"a\"", "", Address.AbsoluteUri) : Validators.None,
        Body = body,
    };
}
