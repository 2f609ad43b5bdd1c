namespace Truceline.Entity.Reading.Claims.Rules;

/// <summary>A family of rules that takes one kind of claim from a sentence. Keeps no state of its own.</summary>
internal interface IClaimRule
{
    /// <summary>The claims of a sentence, in order; empty when there are none.</summary>
    IEnumerable<ClaimDraft> Read(SentenceView view, ClaimBuilder builder);
}
