using Truceline.Entity.Reading.Places.Resolution;

namespace Truceline.Entity.Reading;

/// <summary>A half-open range [Start, End) of UTF-16 code units of the report's text, exactly as it was received.</summary>
internal readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Length in UTF-16 code units; never negative.</summary>
    public int Length => End - Start;

    /// <summary>The characters that the span covers.</summary>
    public string Of(string text) => text[Start..End];

    /// <summary>Whether the two ranges share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>Whether <paramref name="other"/> lies wholly in this range.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;
}

/// <summary>What is known of a report before its text is read.</summary>
/// <param name="Published">Publication date as given by the source; null when unknown.</param>
/// <param name="Received">Instant of receipt, UTC; bounds the year of undated text.</param>
/// <param name="Outlet">Outlet as given by the source; null when unknown.</param>
/// <param name="Language">BCP 47 tag of its language as it was found on receipt; null when it was not, and is guessed.</param>
internal sealed record ReadingContext(DateOnly? Published, DateTimeOffset Received, string? Outlet = null, string? Language = null)
{
    /// <summary>Areas of agreements in force, which weigh the choice among places of one name; none by default.</summary>
    public AreasOfInterest Areas { get; init; } = AreasOfInterest.None;
}

/// <summary>Everything that was read from one text. All spans refer to that text.</summary>
internal sealed record StoryReading(
    ReportHeader Header,
    IReadOnlyList<NamedEntity> Entities,
    IReadOnlyList<DateMention> Dates,
    IReadOnlyList<QuantityMention> Quantities,
    IReadOnlyList<ClaimDraft> Claims)
{
    /// <summary>Positions given in figures, in order of the text.</summary>
    public IReadOnlyList<CoordinateMention> Coordinates { get; init; } = [];

    /// <summary>Numbered units, posts and callsigns, in order of the text.</summary>
    public IReadOnlyList<DesignationMention> Designations { get; init; } = [];
}

/// <summary>What the text says of itself: dateline, agency, syndication boilerplate.</summary>
/// <param name="DatelinePlace">Span of the dateline's place, e.g. "Geneva".</param>
/// <param name="DatelineDate">Date of the dateline with its year resolved; null when there is none.</param>
/// <param name="Agency">Agency, e.g. "Reuters"; null when not named.</param>
/// <param name="Outlet">Outlet named in boilerplate or given by the source; null when not named.</param>
/// <param name="Language">BCP 47 tag, "und" when it cannot be told.</param>
/// <param name="Body">The report proper, without boilerplate before or after it.</param>
/// <param name="Reference">The date that relative expressions are resolved against: the dateline's, else publication, else receipt.</param>
internal sealed record ReportHeader(
    TextSpan? DatelinePlace,
    DateOnly? DatelineDate,
    string? Agency,
    string? Outlet,
    string Language,
    TextSpan Body,
    DateOnly Reference)
{
    /// <summary>
    /// Whether the reader knows the language. Of a report in another one only what needs no language is read: positions, dates in figures and full dates, names
    /// as in English; no quantities, no claims.
    /// </summary>
    public bool LanguageSupported { get; init; } = true;
}
