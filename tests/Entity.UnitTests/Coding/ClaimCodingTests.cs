using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Coding;

namespace Truceline.Entity.UnitTests.Coding;

public sealed class ClaimCodingTests
{
    private static readonly TextSpan Span = new(0, 10);

    [Fact]
    public void CodingOf_ClassThatSaysMore_KeepsItsTypeAndTakesTheContext()
    {
        var coding = ClaimCoding.CodingOf(Draft(ClaimKind.Event, ClaimClasses.AssaultAerial), Code(PloverType.Fight, "firearms", "Air/drone strike"));

        Assert.Equal(new EventCoding("ASSAULT", "aerial", "military", "Explosions/Remote violence", "Air/drone strike"), coding);
    }

    [Fact]
    public void CodingOf_ClauseFinerThanClass_TakesItsSubType()
    {
        var coding = ClaimCoding.CodingOf(Draft(ClaimKind.Event, ClaimClasses.AssaultArmed), Code(PloverType.Fight, "territory", "Government regains territory"));

        Assert.Equal("Government regains territory", coding?.AcledSubType);
    }

    [Theory]
    [InlineData("Negated")]
    [InlineData("Hypothetical")]
    [InlineData("Planned")]
    public void CodingOf_WhatDidNotHappen_HasNoAcledType(string mode)
    {
        var draft = Draft(ClaimKind.Event, ClaimClasses.AssaultShelling) with { Mode = Enum.Parse<AssertionMode>(mode) };

        Assert.Null(ClaimCoding.CodingOf(draft, null)?.AcledType);
    }

    [Fact]
    public void CodingOf_Threat_IsThreaten()
    {
        var draft = Draft(ClaimKind.Event, ClaimClasses.AssaultShelling) with { Mode = AssertionMode.Threatened };

        Assert.Equal("THREATEN", ClaimCoding.CodingOf(draft, null)?.PloverType);
    }

    [Fact]
    public void CodingOf_Promise_IsAgree() => Assert.Equal("AGREE", ClaimCoding.CodingOf(Draft(ClaimKind.Commitment, ClaimClasses.Patrol), Code(PloverType.Mobilize, null, null))?.PloverType);

    [Fact]
    public void CodingOf_NothingKnown_IsNull() => Assert.Null(ClaimCoding.CodingOf(Draft(ClaimKind.Statement, ClaimClasses.Say), null));

    private static ClaimDraft Draft(ClaimKind kind, string @class) => new(kind, @class, Span, AssertionMode.Asserted, 0.9, "test");

    private static EventCode Code(PloverType type, string? mode, string? acled) =>
        new(type, mode, "military", acled is null ? null : AcledMapping.Code(acled), null, null, 0.9);
}
