namespace Truceline.Entity.Reading.Agreements;

/// <summary>What a term of an agreement does to whom it binds.</summary>
internal enum ObligationModality
{
    /// <summary>Something must be done.</summary>
    Duty,

    /// <summary>Something must not be done.</summary>
    Prohibition,

    /// <summary>Something may be done.</summary>
    Permission,

    /// <summary>Something may be there or be done up to a number.</summary>
    Limit,

    /// <summary>Something is stated or affirmed; nobody is bound to a deed.</summary>
    Declaration,
}

/// <summary>Words of a text that fill a part of an obligation.</summary>
/// <param name="Text">The words, without article; words of a lead-in and of a list item are joined with a blank.</param>
/// <param name="Span">Where they stand; of words that do not stand together, from the first to the last.</param>
internal sealed record Phrase(string Text, TextSpan Span)
{
    /// <summary>Ids of the reading's entities that it names or stands for ("the Parties"); empty when it names none.</summary>
    public IReadOnlyList<string> Entities { get; init; } = [];
}

/// <summary>A point in time from which, or by which, something holds.</summary>
/// <param name="Expression">The text's own words ("within 14 days", "D+5", "by 15 October").</param>
/// <param name="Span">Where they stand.</param>
internal sealed record Term(string Expression, TextSpan Span)
{
    /// <summary>ISO 8601 day, or instant where the text gives the time of day; null when it hangs on something whose day the text does not tell.</summary>
    public string? Value { get; init; }

    /// <summary>What a relative term is counted from, in the text's words or "signature"; null for a date.</summary>
    public string? After { get; init; }
}

/// <summary>A duty, prohibition, permission, limit or declaration that a text sets or tells: a proposal for an agreement's terms, no term by itself.</summary>
/// <param name="Number">Path of the point that sets it ("2(a)", "Annex I, 3", "D+5"); empty when the text does not number.</param>
/// <param name="Modality">What it does to whom it binds.</param>
/// <param name="Action">Class of commitment; see <see cref="ClaimClasses"/>.</param>
/// <param name="Clause">The quoted clause.</param>
internal sealed record ObligationDraft(string Number, ObligationModality Modality, string Action, TextSpan Clause)
{
    /// <summary>Whom it binds; empty when the text binds all, or says what shall be done without saying by whom.</summary>
    public IReadOnlyList<Phrase> Parties { get; init; } = [];

    /// <summary>What it is about: classes of weapons with their calibre, forces, roads, people.</summary>
    public IReadOnlyList<Phrase> Objects { get; init; } = [];

    /// <summary>Where it applies: places, zones, distances from a line.</summary>
    public IReadOnlyList<Phrase> Areas { get; init; } = [];

    /// <summary>Distances that its area is drawn with, in metres.</summary>
    public IReadOnlyList<QuantityMention> Distances { get; init; } = [];

    /// <summary>Since when it binds; null when from the start.</summary>
    public Term? From { get; init; }

    /// <summary>By when it must have begun; null when the text does not tell.</summary>
    public Term? Start { get; init; }

    /// <summary>By when it must be done; null when the text does not tell.</summary>
    public Term? Deadline { get; init; }

    /// <summary>Who verifies it; empty when the text names nobody.</summary>
    public IReadOnlyList<Phrase> Verification { get; init; } = [];

    /// <summary>What is left out of it; null when nothing is.</summary>
    public Phrase? Exception { get; init; }

    /// <summary>What must have come about first; null when nothing must.</summary>
    public Phrase? Condition { get; init; }

    /// <summary>Greatest number that is allowed; null when none is set.</summary>
    public long? Limit { get; init; }
}
