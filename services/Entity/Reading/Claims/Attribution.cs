namespace Truceline.Entity.Reading.Claims;

/// <summary>Who says what a stretch of a sentence says.</summary>
/// <param name="Content">Tokens [First, End) of what is said.</param>
/// <param name="Frame">Tokens [First, End) of the words that report it ("Smith said Monday").</param>
/// <param name="Speaker">Entity that says it; null when it could not be told.</param>
/// <param name="IsSource">It is whose report it is ("according to …"), not a speaker's own words.</param>
/// <param name="Verb">Infinitive of the verb of saying; "according" for a source.</param>
/// <param name="Date">When it was said; null when the text does not tell.</param>
internal sealed record Attribution(
    (int First, int End) Content, (int First, int End) Frame, string? Speaker, bool IsSource, string Verb, DateMention? Date)
{
    /// <summary>Whether a token is among what is said.</summary>
    public bool Covers(int token) => token >= Content.First && token < Content.End;

    /// <summary>Whether a token is among the words that report it.</summary>
    public bool Frames(int token) => token >= Frame.First && token < Frame.End;
}
