using Truceline.Entity.Reading.Claims.Speech;

namespace Truceline.Entity.Reading.Claims.Speakers;

/// <summary>Somebody who may have said a claim, or something that may have carried it.</summary>
/// <param name="Name">As the text has it, without article; null for nobody.</param>
/// <param name="Tokens">Where it stands in the sentence; empty for nobody and for who was named in a sentence before.</param>
/// <param name="Head">Token of the head of the noun phrase; -1 without one.</param>
/// <param name="Place">How it lies to the claim.</param>
internal readonly record struct SpeakerCandidate(string? Name, Stretch Tokens, int Head, SpeakerPlace Place);
