using Truceline.Entity.V1;

namespace Truceline.Entity.Happenings;

/// <summary>Which classes of claims can speak of one happening, and which claims speak of one at all. Pure.</summary>
internal static class HappeningGroups
{
    /// <summary>The group of a plain denial, which names no class: it may speak of a happening of any group.</summary>
    internal const string Any = "any";

    internal const string Assault = "assault";
    internal const string Violations = "violations";

    /// <summary>A claim over a longer time tells a period, and no happening.</summary>
    private const int LongestDays = 31;

    /// <summary>The groups of happenings whose doers are accused of something.</summary>
    internal static bool IsHostile(string group) => group is Assault or Violations or "detention" or "restriction";

    /// <summary>Every group that a plain denial may speak of.</summary>
    internal static IReadOnlyList<string> All { get; } =
        [Assault, Violations, "withdrawal", "movement", "restriction", "meeting", "agreement", "displacement", "detention", "aid"];

    /// <summary>The group of a class.</summary>
    internal static string Of(string claimClass) => claimClass switch
    {
        "deny" or "" => Any,
        "ceasefire_violations" or "no_military_action" => claimClass == "ceasefire_violations" ? Violations : Assault,
        "retreat_withdraw" => "withdrawal",
        "mobilize_troops" => "movement",
        "restrict_movement" => "restriction",
        "displace_people" => "displacement",
        "detain" => "detention",
        "aid_delivery" => "aid",
        _ => claimClass.Split('_')[0],
    };

    /// <summary>Whether the claim says of one happening that it was, or was not: no promise, supposition or history, no standing fact, no run of happenings.</summary>
    internal static bool Speaks(Claim claim) =>
        claim is { Background: false, RepeatedOverPeriod: false }
        && (IsAssertion(claim) || IsDenial(claim))
        && (claim.Date is null || DaySpan.Of(claim.Date) is { Days: <= LongestDays });

    /// <summary>Whether it says that it happened.</summary>
    internal static bool IsAssertion(Claim claim) => claim is { Kind: ClaimKind.Event, Mode: AssertionMode.Asserted };

    /// <summary>Whether it says that it did not.</summary>
    internal static bool IsDenial(Claim claim) =>
        claim is { Kind: ClaimKind.Event, Mode: AssertionMode.Negated }
            or { Kind: ClaimKind.Denial, Mode: not (AssertionMode.Historical or AssertionMode.Hypothetical or AssertionMode.Conditional or AssertionMode.Promised) };
}
