using Truceline.Entity.Reading.Claims.Assertions;
using Truceline.Entity.Reading.Claims.Speech;

namespace Truceline.Entity.Reading.Claims.Learned;

/// <summary>A stretch of a sentence that may be a claim.</summary>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Part">The part that it is, or a part made of it.</param>
/// <param name="ByRules">What the rules make of it; null when they make nothing.</param>
internal sealed record ClauseCandidate(Stretch Tokens, Part Part, ClaimDraft? ByRules)
{
    /// <summary>It lies within another candidate.</summary>
    public bool IsWithin { get; init; }

    /// <summary>Another candidate lies within it.</summary>
    public bool HasWithin { get; init; }

    /// <summary>Its place among the candidates of the sentence, from 0.</summary>
    public int Place { get; init; }
}
