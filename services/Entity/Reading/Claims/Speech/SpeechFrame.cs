namespace Truceline.Entity.Reading.Claims.Speech;

/// <summary>Tokens [First, End).</summary>
internal readonly record struct Stretch(int First, int End)
{
    public bool IsEmpty => End <= First;

    public bool Covers(int token) => token >= First && token < End;
}

/// <summary>Words that tell who says something, with what they tell it of.</summary>
/// <param name="Content">What is said.</param>
/// <param name="Words">The words that report it.</param>
/// <param name="Who">The noun phrase of whoever says it; empty when there is none.</param>
/// <param name="Verb">Infinitive of the verb of saying; "according" for whose report it is.</param>
internal sealed record SpeechFrame(Stretch Content, Stretch Words, Stretch Who, string Verb)
{
    /// <summary>Whose report it is, not the one whose words they are.</summary>
    public bool IsSource { get; init; }

    /// <summary>What is said goes on behind the words that report it.</summary>
    public Stretch Rest { get; init; }

    /// <summary>Order of reporting: of two frames over the same words the greater is the nearer to the one who said it.</summary>
    public int Depth { get; init; }

    /// <summary>Whether a token is among what is said.</summary>
    public bool Says(int token) => Content.Covers(token) || Rest.Covers(token);
}
