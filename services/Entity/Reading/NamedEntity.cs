namespace Truceline.Entity.Reading;

/// <summary>What kind of thing is named.</summary>
internal enum EntityType
{
    Person,
    Organisation,
    ArmedGroup,
    ArmedForce,
    Location,
    Facility,
    Weapon,
    MilitaryPlatform,
    Vehicle,
    Nationality,
}

/// <summary>A thing named in a text, with every place where the text names it.</summary>
/// <param name="Id">Stable id: the same thing has the same id in every report (a slug of its type and canonical name or knowledge-base key).</param>
/// <param name="Type">Kind of thing.</param>
/// <param name="Name">Canonical name.</param>
/// <param name="Mentions">Mentions in order of the text; never empty. The first is the fullest name where one is given.</param>
internal sealed record NamedEntity(string Id, EntityType Type, string Name, IReadOnlyList<EntityMention> Mentions)
{
    /// <summary>ISO 3166-1 alpha-2 code of the state that it belongs to or is; null when none is known.</summary>
    public string? Country { get; init; }

    /// <summary>Finer kind, e.g. "country", "city", "province", "news agency", "government"; null when not known.</summary>
    public string? Kind { get; init; }

    /// <summary>Office held by a person, as the text gives it, e.g. "Foreign Minister"; null when none is given.</summary>
    public string? Role { get; init; }

    /// <summary>Id in the knowledge base ("kb:…"); null when it is not known there.</summary>
    public string? KnowledgeId { get; init; }

    /// <summary>How much the naming is to be believed, (0, 1]: of its mentions the surest.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Candidates for where it lies, best first; empty for what is no place or could not be placed.</summary>
    public IReadOnlyList<PlaceCandidate> Places { get; init; } = [];
}

/// <summary>One place in the text where an entity is named.</summary>
/// <param name="Span">Range of the name.</param>
/// <param name="Metonym">A place that stands for its government ("Moscow said").</param>
internal sealed record EntityMention(TextSpan Span, bool Metonym = false)
{
    /// <summary>How it names the thing.</summary>
    public MentionKind Kind { get; init; }

    /// <summary>What made it out.</summary>
    public MentionSource Source { get; init; } = MentionSource.Pattern;
}

/// <summary>How a mention names its thing.</summary>
internal enum MentionKind
{
    /// <summary>A name in full, or the fullest that there is.</summary>
    Name,

    /// <summary>A part of the name: the surname.</summary>
    ShortName,

    /// <summary>A short form in capitals.</summary>
    Acronym,

    /// <summary>A common noun, alone or with its state: "the group", "the Syrian regime".</summary>
    Nominal,

    /// <summary>An office without a name: "the foreign minister".</summary>
    Title,
}

/// <summary>What made out a mention.</summary>
internal enum MentionSource
{
    /// <summary>A rule over the words.</summary>
    Pattern,

    /// <summary>The knowledge base.</summary>
    Knowledge,

    /// <summary>The trained tagger.</summary>
    Tagger,

    /// <summary>A list of common nouns and types of arms.</summary>
    Lexicon,

    /// <summary>The gazetteer.</summary>
    Gazetteer,

    /// <summary>The text itself: what it named before.</summary>
    Context,
}

/// <summary>A place in the gazetteer that a name may mean.</summary>
/// <param name="GazetteerId">Id in the gazetteer, e.g. "geonames:169577" or "wof:102542747".</param>
/// <param name="Name">Main name in the gazetteer.</param>
/// <param name="Kind">"country", "province", "district", "city", "village", "sea", "facility" …</param>
/// <param name="Latitude">Degrees north, WGS 84, [-90, 90].</param>
/// <param name="Longitude">Degrees east, WGS 84, [-180, 180].</param>
/// <param name="RadiusMetres">Radius within which the place lies with confidence; greater than 0.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null for seas and the like.</param>
/// <param name="Score">Share of belief in (0, 1]; the scores of one name's candidates sum to at most 1.</param>
internal sealed record PlaceCandidate(
    string GazetteerId,
    string Name,
    string Kind,
    double Latitude,
    double Longitude,
    double RadiusMetres,
    string? Country,
    double Score);
