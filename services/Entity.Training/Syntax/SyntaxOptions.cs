namespace Truceline.Entity.Training.Syntax;

/// <summary>How the parser is trained; the card records it.</summary>
internal sealed record SyntaxOptions
{
    /// <summary>Frequent words that are put in clusters.</summary>
    public int Words { get; init; } = 60_000;

    /// <summary>Fine clusters.</summary>
    public int Fine { get; init; } = 500;

    /// <summary>Coarse clusters.</summary>
    public int Coarse { get; init; } = 60;

    /// <summary>How often each sentence annotated by hand is met in a pass.</summary>
    public int Written { get; init; } = 6;

    /// <summary>Passes over the sentences for the parser's moves.</summary>
    public int MovePasses { get; init; } = 8;

    /// <summary>Passes for parts of speech.</summary>
    public int TagPasses { get; init; } = 6;

    /// <summary>Seed of the order of sentences and of the parser's exploration.</summary>
    public int Seed { get; init; } = 20;
}
