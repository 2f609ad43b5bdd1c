using Truceline.Entity.Reading.Claims.Assertions;
using Truceline.Entity.Reading.Claims.Cutting;
using Truceline.Entity.Reading.Claims.Speech;

namespace Truceline.Entity.Reading.Claims.Speakers;

/// <summary>A claim whose speaker is to be chosen.</summary>
/// <param name="View">The sentence.</param>
/// <param name="Tokens">The claim's tokens.</param>
/// <param name="Part">The part that it was made of.</param>
/// <param name="Assertion">What it asserts.</param>
/// <param name="Sentence">The sentence with its tree and the words that report by rule.</param>
/// <param name="Chain">Who passed it on, by rule: the inmost first.</param>
internal sealed record SpeakerCase(SentenceView View, Stretch Tokens, Part Part, Assertion Assertion, CutSentence Sentence, IReadOnlyList<AttributionLink> Chain)
{
    /// <summary>Tokens of the other parts of the sentence.</summary>
    public IReadOnlyList<Stretch> Others { get; init; } = [];

    /// <summary>What stands between the claim and what comes before it, or the beginning of the sentence.</summary>
    public Stretch GapBefore => new(Others.Where(o => o.End <= Tokens.First).Select(o => o.End).Append(View.First).Max(), Tokens.First);

    /// <summary>What stands between the claim and what comes behind it, or the end of the sentence.</summary>
    public Stretch GapBehind => new(Tokens.End, Others.Where(o => o.First >= Tokens.End).Select(o => o.First).Append(View.End).Min());

    /// <summary>Who spoke last in a sentence before; null when nobody did.</summary>
    public string? LastSpeaker { get; init; }

    /// <summary>The last subject of a sentence before; null when there was none.</summary>
    public string? LastSubject { get; init; }

    /// <summary>Who says it by rule; null when nobody does.</summary>
    public string? RuledSpeaker => Chain.FirstOrDefault(l => l.Verb != "according")?.Name;

    /// <summary>Whose report it is by rule; null when nobody's.</summary>
    public string? RuledSource => Chain.LastOrDefault(l => l.Name != RuledSpeaker)?.Name;

    /// <summary>Words that report, by rule.</summary>
    public IReadOnlyList<SpeechFrame> Frames => Sentence.Frames;
}
