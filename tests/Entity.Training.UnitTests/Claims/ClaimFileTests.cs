using Truceline.Entity.Reading;
using Truceline.Entity.Training.Claims;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.UnitTests.Claims;

public sealed class ClaimFileTests
{
    private const string Block = """
        # head
        @ 2026-03-14 triple
        Gunmen shot a guard, and gunmen shot a cook, the Dolma council said.
        Event asserted assault_armed | Gunmen shot a guard | actors=Gunmen; guard | targets= | speaker=Dolma council | fatalities=0..
        Event historical - #2 | s | fatalities=1..2 | background | repeated | quoted
        """;

    [Fact]
    public void Read_Block_IsATextWithItsClaims()
    {
        var item = Assert.Single(ClaimFile.Read("sample", Block));

        Assert.Equal(("sample:1", "promise_denial_deed", new DateOnly(2026, 3, 14)), (item.Id, item.Phenomenon, item.Published));
        var (first, second) = (item.Expect[0], item.Expect[1]);
        Assert.Equal([0, 19], first.Span);
        Assert.Equal((ClaimKind.Event, ExpectedMode.Asserted, "assault_armed", "Dolma council", null), (first.Kind, first.Mode, first.Class, first.Speaker, first.Source));
        Assert.Equal(["Gunmen", "guard"], first.Actors!);
        Assert.Null(first.Targets);
        Assert.Equal(new ExpectedFatalities(0, null), first.Fatalities);
        Assert.Equal((ExpectedMode.Historical, null, true, true, true), (second.Mode, second.Class, second.Background, second.Repeated, second.Quoted));
        Assert.Equal(new ExpectedFatalities(1, 2), second.Fatalities);
    }

    [Fact]
    public void Read_OccurrenceIsGiven_TakesThatOne()
    {
        var item = Assert.Single(ClaimFile.Read("sample", "@ 2026-03-14 background\nThe road is shut and the road is mined.\nStatement asserted - #2 | road is"));

        Assert.Equal([25, 32], item.Expect[0].Span);
    }

    [Fact]
    public void Read_EmptyLine_SeparatesTexts() => Assert.Equal(["sample:1", "sample:2"], ClaimFile.Read("sample", Block + "\n\n" + Block + "\n").Select(i => i.Id));

    [Theory]
    [InlineData("@ 2026-03-14 triple", "@ 2026-13-14 triple", "sample:2: '2026-13-14' is no day")]
    [InlineData("triple", "tripel", "sample:2: phenomenon 'tripel' is unknown")]
    [InlineData("Event asserted", "Event planned", "sample:4: 'Event planned' is no kind with a mode of it")]
    [InlineData("| Gunmen shot a guard |", "| Gunmen shot the guard |", "sample:4: the span does not stand in the text 1 times: Gunmen shot the guard")]
    [InlineData("#2", "#20", "sample:5: the span does not stand in the text 20 times: s")]
    [InlineData("speaker=Dolma", "speaker=Karsa", "sample:4: 'Karsa council' does not stand in the text")]
    [InlineData("1..2", "2..1", "sample:5: fatalities '2..1' are no range such as 2..5 or 2..")]
    [InlineData("| quoted", "| quote", "sample:5: field 'quote' is unknown")]
    public void Read_LineIsWrong_NamesLineAndReason(string right, string wrong, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => ClaimFile.Read("sample", Block.Replace(right, wrong, StringComparison.Ordinal)).ToList()).Message);

    [Fact]
    public void ReadAll_EveryText_IsReadAndStandsOnce()
    {
        var items = ClaimCorpus.ReadAll();

        Assert.Equal(items.Count, items.Select(i => i.Text).Distinct().Count());
        Assert.All(items, i => Assert.All(i.Expect, c => Assert.True(c.Span[0] >= 0 && c.Span[1] <= i.Text.Length && !char.IsWhiteSpace(i.Text[c.Span[0]]) && !char.IsWhiteSpace(i.Text[c.Span[1] - 1]), i.Id)));
    }
}
