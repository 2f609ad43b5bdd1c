using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>
/// Codes claims in the words of PLOVER and ACLED and names their actors and targets where the rules left them open. What the class of a claim says counts; the words of
/// its clause make it finer where both agree, and code what the class leaves open.
/// </summary>
internal sealed class ClaimCoding
{
    /// <summary>Least belief in a code for its participants to be taken over.</summary>
    private const double Sure = 0.7;

    private readonly EventCoder _coder = new();

    /// <summary>The claims with their codes, in the same order.</summary>
    public IReadOnlyList<ClaimDraft> Code(SegmentedText text, EntityIndex index, IReadOnlyList<ClaimDraft> claims) =>
        claims.Select(claim => Coded(text, index, claim)).ToList();

    private ClaimDraft Coded(SegmentedText text, EntityIndex index, ClaimDraft claim)
    {
        var code = _coder.Code(text, claim.Evidence);
        var coding = CodingOf(claim, code);
        if (code is null || claim.Kind is not ClaimKind.Event || code.Confidence < Sure || coding?.PloverType != code.Type.Current(code.Mode))
            return claim with { Coding = coding };
        return claim with
        {
            Coding = coding,
            Actors = claim.Actors.Count > 0 ? claim.Actors : Named(index, code.Source),
            Targets = claim.Targets.Count > 0 ? claim.Targets : Named(index, code.Target).Except(claim.Actors).ToList(),
        };
    }

    /// <summary>The coding of a claim; null for what neither vocabulary codes.</summary>
    internal static EventCoding? CodingOf(ClaimDraft claim, EventCode? code)
    {
        var known = ClassCodes.Of(claim.Class);
        var happened = claim is { Kind: ClaimKind.Event, Background: false, Mode: AssertionMode.Asserted or AssertionMode.Historical };
        if (claim.Mode is AssertionMode.Threatened)
            return new EventCoding("THREATEN", code?.Type is PloverType.Threaten ? code.Mode : null, code?.Context, null, null);
        if (known is null && (code is null || claim.Kind is ClaimKind.Statement && code.Confidence < Sure))
            return claim.Kind is ClaimKind.Commitment ? new EventCoding("AGREE", null, code?.Context, null, null) : null;
        if (claim.Kind is ClaimKind.Commitment)
            return known ?? new EventCoding("AGREE", null, code?.Context, null, null);
        var agrees = code is not null && (known is null || code.Type.Current(code.Mode) == known.PloverType);
        var acled = !happened ? null : agrees && code!.Acled is { } finer ? finer : known is { AcledSubType: { } sub } ? AcledMapping.Code(sub) : null;
        return new EventCoding(
            known?.PloverType ?? code!.Type.Current(code.Mode), known?.PloverMode ?? code?.Mode, code?.Context, acled?.Type, acled?.SubType);
    }

    private static IReadOnlyList<string> Named(EntityIndex index, TextSpan? span) => span is { } s ? index.ActorsIn(s) : [];
}
