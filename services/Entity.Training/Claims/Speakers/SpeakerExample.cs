namespace Truceline.Entity.Training.Claims.Speakers;

/// <summary>A claim to learn from: the features of each candidate, and which are right.</summary>
/// <param name="Features">Numbers of the features of each candidate.</param>
/// <param name="Speakers">By candidate: it is the speaker; null when that is not known.</param>
/// <param name="Sources">By candidate: it is the source; null when that is not known.</param>
internal sealed record SpeakerExample(int[][] Features, bool[]? Speakers, bool[]? Sources);
