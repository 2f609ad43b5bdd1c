namespace Truceline.Entity.Reading.Claims.Grammar;

/// <summary>A finite verb with its subject before it and its complements after it. Token indexes, ends exclusive.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="SubjectFirst">First token of the subject; equal to <paramref name="SubjectEnd"/> when there is none.</param>
/// <param name="SubjectEnd">End of the subject.</param>
/// <param name="End">End of the complements; at least the end of the verb.</param>
/// <param name="Link">The word that joins it to what stands before: "that", "which", "after", "and" …; null for a main clause.</param>
internal sealed record Clause(VerbGroup Verb, int SubjectFirst, int SubjectEnd, int End, string? Link)
{
    /// <summary>The link of a clause that describes a noun without a pronoun between ("the villages it holds").</summary>
    public const string Contact = "(which)";

    /// <summary>First token of the clause, subject included when it stands right before the verb.</summary>
    public int First => SubjectEnd > SubjectFirst && !IsRelative ? SubjectFirst : Verb.First;

    /// <summary>"who", "which" or "that" joins it to the noun that is its subject.</summary>
    public bool IsRelative { get; init; }

    /// <summary>A phrase before the subject that says when or under what ("By 1 March,"); empty when First equals End.</summary>
    public (int First, int End) LeadIn { get; init; }

    /// <summary>The clause before it whose subject it shares ("and made off with …"); null when it has its own.</summary>
    public Clause? SharesSubjectOf { get; init; }

    /// <summary>Infinitives within the complements, in order.</summary>
    public IReadOnlyList<VerbGroup> Infinitives { get; init; } = [];
}
