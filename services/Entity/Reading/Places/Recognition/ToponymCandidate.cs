namespace Truceline.Entity.Reading.Places.Recognition;

/// <summary>A run of words that may be the name of a place.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Last">Index of its last word.</param>
/// <param name="Known">What the gazetteer says of it.</param>
internal readonly record struct ToponymCandidate(int First, int Last, NameKnowledge Known);
