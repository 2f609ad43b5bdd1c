using Truceline.Entity.Reading.Claims.Cutting;
using Truceline.Entity.Reading.Claims.Learned;
using Truceline.Entity.Reading.Claims.Speakers;

namespace Truceline.Entity.Reading.Claims;

/// <summary>What has been learned of claims from annotated texts. Immutable; safe to share between threads.</summary>
/// <param name="Cutter">Where claims begin and end.</param>
/// <param name="Speakers">Who says them.</param>
/// <param name="Judge">What they assert; null to read kinds, modes and classes by rules alone.</param>
internal sealed record ClaimModels(SentenceCutter Cutter, SpeakerChooser Speakers, IClauseJudge? Judge)
{
    /// <summary>The models that come with the assembly; loaded with the first use.</summary>
    public static ClaimModels Default { get; } = new(SentenceCutter.Default, SpeakerChooser.Default, ClauseJudge.Load());
}
