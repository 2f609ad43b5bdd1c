namespace Truceline.Entity.Reading.Claims.Assertions;

/// <summary>Phrases written in one line.</summary>
internal static class PhraseList
{
    /// <summary>The words of each of the phrases that bars part.</summary>
    public static string[][] Of(string phrases) => [.. phrases.Split('|').Select(p => p.Split(' '))];
}
