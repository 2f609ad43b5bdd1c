using Truceline.Entity.Reading;

namespace Truceline.Entity.UnitTests.Challenge;

/// <summary>The challenge set is well formed and balanced; what is read from it is scored elsewhere.</summary>
public sealed class ChallengeSetTests
{
    private static readonly string[] Classes =
    [
        "assault_aerial", "assault_shelling", "assault_armed", "assault_explosive", "mobilize_troops", "retreat_withdraw", "restrict_movement",
        "meeting", "agreement", "displace_people", "detain", "release", "aid_delivery", "loot",
        "create_zone", "withdraw_forces", "withdraw_weapons", "patrol", "restore_transit", "cease_fire", "monitor", "refrain",
        "humanitarian_access", "exchange_prisoners", "demine", "no_military_action", "deny", "refuse", "warn", "accuse", "demand", "threaten",
    ];

    private static readonly IReadOnlyList<ChallengeItem> Seen = ChallengeItem.Load(ChallengePart.Open);
    private static readonly IReadOnlyList<ChallengeItem> Unseen = ChallengeItem.Load(ChallengePart.Unseen);
    private static readonly IReadOnlyList<ChallengeItem> Development = ChallengeItem.Load(ChallengePart.Development);
    private static readonly IReadOnlyList<ChallengeItem> Validation = ChallengeItem.Load(ChallengePart.Validation);
    private static readonly IReadOnlyList<ChallengeItem> All = [.. Seen, .. Unseen, .. Development, .. Validation];

    [Fact]
    public void Load_AllFiles_IdsAndTextsAreUnique()
    {
        Assert.Equal(All.Count, All.Select(i => i.Id).Distinct().Count());
        Assert.Equal(All.Count, All.Select(i => i.Text).Distinct().Count());
    }

    [Fact]
    public void Load_AllFiles_EveryTextHasSomethingToJudge() =>
        Assert.All(All, i => Assert.True(i.Expect.Count > 0 && i.Text.Length > 0 && !i.Text.Any(char.IsSurrogate), i.Id));

    [Fact]
    public void Load_AllFiles_SpansAreTrimmedRangesOfTheText() =>
        Assert.All(All, i => Assert.All(i.Expect, c =>
        {
            Assert.True(c.Span is [var start, var end] && start >= 0 && start < end && end <= i.Text.Length, i.Id);
            Assert.True(!char.IsWhiteSpace(i.Text[c.Span[0]]) && !char.IsWhiteSpace(i.Text[c.Span[1] - 1]), i.Id);
            Assert.True(IsBoundary(i.Text, c.Span[0]) && IsBoundary(i.Text, c.Span[1]), i.Id);
        }));

    [Fact]
    public void Load_AllFiles_NoKindHasOneSpanTwice() =>
        Assert.All(All, i => Assert.Equal(i.Expect.Count, i.Expect.Select(c => (c.Kind, c.Span[0], c.Span[1])).Distinct().Count()));

    [Fact]
    public void Load_AllFiles_NamesStandInTheText() =>
        Assert.All(All, i => Assert.All(i.Expect.SelectMany(c => c.Names), n => Assert.Contains(n, i.Text, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void Load_AllFiles_ClassesAndFatalitiesAreInRange() =>
        Assert.All(All.SelectMany(i => i.Expect), c =>
        {
            Assert.True(c.Class is null || Classes.Contains(c.Class), c.Class);
            Assert.True(c.Fatalities is null || (c.Fatalities.Low >= 0 && !(c.Fatalities.High < c.Fatalities.Low)), c.Fatalities?.ToString());
        });

    [Fact]
    public void Load_AllFiles_ModesGoWithTheirKinds() =>
        Assert.All(All, i => Assert.All(i.Expect, c => Assert.True(
            c.Kind switch
            {
                ClaimKind.Event => c.Mode is ExpectedMode.Asserted or ExpectedMode.Historical,
                ClaimKind.Denial => c.Mode is ExpectedMode.Negated,
                ClaimKind.Commitment => c.Mode is ExpectedMode.Promised or ExpectedMode.Conditional,
                _ => c.Mode is not ExpectedMode.Promised,
            },
            i.Id)));

    [Fact]
    public void Load_ModeTexts_ExpectAClaimOfThatMode() =>
        Assert.All(All.Where(i => i.Phenomenon.StartsWith("mode_", StringComparison.Ordinal) && i.Phenomenon != "mode_negated"), i =>
            Assert.Contains(i.Expect, c => string.Equals("mode_" + c.Mode, i.Phenomenon, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void Load_PromiseDenialDeedTexts_ExpectAllThree() =>
        Assert.All(All.Where(i => i.Phenomenon == "promise_denial_deed"), i =>
        {
            Assert.Contains(i.Expect, c => c.Kind == ClaimKind.Commitment);
            Assert.Contains(i.Expect, c => c.Kind == ClaimKind.Denial);
            Assert.Contains(i.Expect, c => c.Kind is ClaimKind.Event);
        });

    [Fact]
    public void Load_ChallengeFiles_EachPhenomenonHasItsNumberAndAThirdUnseen()
    {
        IReadOnlyList<ChallengeItem> challenge = [.. Seen, .. Unseen];
        Assert.Equal(ChallengeItem.Phenomena.Keys.Order(), challenge.Select(i => i.Phenomenon).Distinct().Order());
        Assert.All(ChallengeItem.Phenomena, p =>
        {
            var (all, unseen) = (challenge.Count(i => i.Phenomenon == p.Key), Unseen.Count(i => i.Phenomenon == p.Key));
            Assert.True(all >= p.Value, $"{p.Key}: {all}");
            Assert.Equal((int)Math.Round(all / 3.0), unseen);
        });
    }

    [Fact]
    public void Load_DevelopmentAndValidation_AreOfEqualMakeUp() =>
        Assert.All(ChallengeItem.Phenomena.Keys, p =>
        {
            var (development, validation) = (Development.Count(i => i.Phenomenon == p), Validation.Count(i => i.Phenomenon == p));
            Assert.True(development > 0 && validation > 0 && Math.Abs(development - validation) <= 1, $"{p}: {development} and {validation}");
        });

    /// <summary>A range neither begins nor ends within a word.</summary>
    private static bool IsBoundary(string text, int at) =>
        at == 0 || at == text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]);
}
