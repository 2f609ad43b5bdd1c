using Truceline.Ingest.Sources;
using Truceline.Ingest.Sources.Polling;
using Truceline.Ingest.Sources.Registry;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Sources;

public class SourceChangeTests
{
    private static readonly DateTimeOffset Now = new(2020, 3, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly SourcesOptions Options = new();
    private static readonly Source Draft = new() { Name = "World", Address = "https://Example.org/feed", Outlet = "Example" };

    [Fact]
    public void Create_IsDueAtOnceWithTheDefaultInterval()
    {
        var source = SourceChange.Create(Draft, "id", Now, Options);

        Assert.Equal(("https://example.org/feed", 900, Now), (source.Source.Address, source.Source.IntervalSeconds, source.State.NextDue));
        Assert.Null(SourceChange.Create(new Source(Draft) { Paused = true }, "id", Now, Options).State.NextDue);
    }

    [Fact]
    public void Apply_WithAMask_ChangesWhatItNames()
    {
        var changed = SourceChange.Apply(Polled(), new Source { Language = "ar", Name = "ignored" }, ["language"], Now, Options);

        Assert.Equal(("World", "ar", "Example"), (changed.Source.Name, changed.Source.Language, changed.Source.Outlet));
        Assert.Equal(Polled().State, changed.State);
    }

    [Fact]
    public void Apply_WithoutAMask_ClearsWhatIsLeftOut()
    {
        var changed = SourceChange.Apply(Polled(), new Source { Name = "World", Address = "https://example.org/feed" }, [], Now, Options);

        Assert.Equal(("", 900), (changed.Source.Outlet, changed.Source.IntervalSeconds));
    }

    [Fact]
    public void Apply_AnotherAddress_BeginsAnew()
    {
        var gone = Polled() with { State = Polled().State with { IsGone = true, NextDue = null } };
        var changed = SourceChange.Apply(gone, new Source { Address = "https://example.org/other" }, ["address"], Now, Options);

        Assert.Equal((Now, false, Validators.None, ""), (changed.State.NextDue, changed.State.IsGone, changed.State.Validators, changed.State.BodyHash));
    }

    [Fact]
    public void Apply_PausedAndResumed_IsDueByItsSchedule()
    {
        var paused = SourceChange.Apply(Polled(), new Source { Paused = true }, ["paused"], Now, Options);
        var resumed = SourceChange.Apply(paused, new Source(), ["paused"], Now, Options);

        Assert.Null(paused.State.NextDue);
        Assert.InRange(resumed.State.NextDue!.Value, Now.AddSeconds(450), Now.AddSeconds(1350));
        Assert.Equal("\"a\"", resumed.State.Validators.ETag);
    }

    [Fact]
    public void Apply_AnotherSchedule_IsDueByIt()
    {
        var changed = SourceChange.Apply(Polled(), new Source { Cron = "0 18 * * *" }, ["cron"], Now, Options);

        Assert.Equal(Source.ScheduleOneofCase.Cron, changed.Source.ScheduleCase);
        Assert.InRange(changed.State.NextDue!.Value, Now.AddHours(6), Now.AddHours(6).AddMinutes(1));
    }

    private static RegisteredSource Polled() => SourceChange.Create(Draft, "id", Now, Options) with
    {
        State = new FetchState { Validators = new Validators("\"a\"", "", "https://example.org/feed"), BodyHash = "x", NextDue = Now.AddMinutes(7) },
    };
}
