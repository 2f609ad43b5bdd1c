namespace Truceline.Entity.Reading.Agreements.Norms;

/// <summary>How a clause says what ought to be.</summary>
internal enum NormForm
{
    /// <summary>A modal or a verb of binding governs the deed ("shall withdraw", "undertake to").</summary>
    Modal,

    /// <summary>The deed in the present ("both sides withdraw").</summary>
    Present,

    /// <summary>The deed as a command or an item of a list ("withdraw …", "to withdraw …").</summary>
    Bare,

    /// <summary>The deed as a noun ("withdrawal of all …").</summary>
    Nominal,
}

/// <summary>A clause that says what ought, must not or may be. Indexes are those of its text.</summary>
/// <param name="Text">The words.</param>
/// <param name="Form">How it says it.</param>
/// <param name="Lemma">Infinitive of the deed, or the noun of a nominal one.</param>
internal sealed record Norm(ProvisionText Text, NormForm Form, string Lemma)
{
    /// <summary>First word, what stands before the subject included.</summary>
    public int First { get; init; }

    /// <summary>First word of the subject.</summary>
    public int SubjectFirst { get; init; }

    /// <summary>One past the subject; equal to its first for none.</summary>
    public int SubjectEnd { get; init; }

    /// <summary>First word of the verb, auxiliaries included.</summary>
    public int VerbFirst { get; init; }

    /// <summary>One past the verb.</summary>
    public int VerbEnd { get; init; }

    /// <summary>One past the clause.</summary>
    public int End { get; init; }

    /// <summary>The subject suffers the deed.</summary>
    public bool Passive { get; init; }

    /// <summary>It must not be: "not", "no", "neither", "prohibited".</summary>
    public bool Negated { get; init; }

    /// <summary>It may be.</summary>
    public bool Allowed { get; init; }

    /// <summary>It states or affirms and binds nobody to a deed.</summary>
    public bool Declares { get; init; }

    /// <summary>For every word of the text whether it stands in a subordinate clause.</summary>
    public required bool[] Subordinate { get; init; }

    /// <summary>First subject as the verb before it has it, for a verb that shares it.</summary>
    public bool HasSubject => SubjectEnd > SubjectFirst;
}
