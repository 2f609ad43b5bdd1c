using System.Text.Json;
using System.Text.Json.Serialization;
using Truceline.Entity.Reading;

namespace Truceline.Entity.UnitTests.Challenge;

/// <summary>A short text with the claims that a careful reader takes from it; README.md beside the files says how it was annotated.</summary>
/// <param name="Id">Unique in the set.</param>
/// <param name="Phenomenon">What the text tries, one of <see cref="Phenomena"/>.</param>
/// <param name="Text">One to three sentences, characters of the basic plane only, so that code points and UTF-16 code units agree.</param>
/// <param name="Published">Day on which the text would have been published.</param>
/// <param name="Expect">The main claims, in the order in which they were written down.</param>
/// <param name="Absent">Claims that must not be made beyond the expected ones; null when nothing is barred.</param>
internal sealed record ChallengeItem(
    string Id, string Phenomenon, string Text, DateOnly Published, IReadOnlyList<ExpectedClaim> Expect, IReadOnlyList<BarredClaim>? Absent = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    /// <summary>Least number of texts of each phenomenon.</summary>
    public static IReadOnlyDictionary<string, int> Phenomena { get; } = new Dictionary<string, int>
    {
        ["mode_asserted"] = 25,
        ["mode_negated"] = 25,
        ["mode_hypothetical"] = 25,
        ["mode_conditional"] = 25,
        ["mode_planned"] = 25,
        ["mode_threatened"] = 25,
        ["mode_promised"] = 25,
        ["mode_historical"] = 25,
        ["attribution_direct"] = 12,
        ["attribution_reported"] = 12,
        ["attribution_according_to"] = 9,
        ["attribution_chain"] = 12,
        ["attribution_unnamed"] = 9,
        ["attribution_denial"] = 9,
        ["background_total"] = 12,
        ["background_repeated"] = 12,
        ["background_displacement"] = 9,
        ["background_trend"] = 9,
        ["background_event_figure"] = 6,
        ["promise_denial_deed"] = 30,
    };

    /// <summary>The texts of a part of the set.</summary>
    public static IReadOnlyList<ChallengeItem> Load(ChallengePart part) => Load(Path.Combine(AppContext.BaseDirectory, "Challenge"), part);

    /// <summary>The same from a folder.</summary>
    public static IReadOnlyList<ChallengeItem> Load(string folder, ChallengePart part) =>
        [.. Directory.EnumerateFiles(folder, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(f => PartOf(Path.GetFileName(f)) == part)
            .SelectMany(File.ReadLines).Select(line => JsonSerializer.Deserialize<ChallengeItem>(line, Options)!)];

    private static ChallengePart PartOf(string file) =>
        file.EndsWith(".unseen.jsonl", StringComparison.Ordinal) ? ChallengePart.Unseen
        : file.StartsWith("development-", StringComparison.Ordinal) ? ChallengePart.Development
        : file.StartsWith("validation-", StringComparison.Ordinal) ? ChallengePart.Validation
        : ChallengePart.Open;
}

/// <summary>Parts of the challenge set, told by the names of the files.</summary>
internal enum ChallengePart
{
    /// <summary>Rules may be written on it.</summary>
    Open,

    /// <summary><c>*.unseen.jsonl</c>: for the last measurement only.</summary>
    Unseen,

    /// <summary><c>development-*.jsonl</c>: other hands' wordings, to learn from.</summary>
    Development,

    /// <summary><c>validation-*.jsonl</c>: other hands' wordings of which totals only are looked at, to tell what holds beyond the texts in view.</summary>
    Validation,
}

/// <summary>How a text asserts something, as the set tells it apart.</summary>
internal enum ExpectedMode
{
    Asserted,
    Negated,
    Hypothetical,
    Conditional,
    Planned,
    Threatened,
    Promised,
    Historical,
}

/// <summary>A claim that the text makes. Names stand as in the text; null means: not judged.</summary>
/// <param name="Kind">What sort of assertion.</param>
/// <param name="Mode">How it is asserted.</param>
/// <param name="Span">Half-open range of the text, two numbers.</param>
/// <param name="Class">Class of the claim.</param>
/// <param name="Actors">Who did it, promised it or met.</param>
/// <param name="Targets">To whom it was done.</param>
/// <param name="Speaker">Who says it.</param>
/// <param name="Source">Whose report it is.</param>
/// <param name="Chain">Who passed it on, from the one who said it to the one who published it; only for three links or more.</param>
/// <param name="Quoted">The span is a direct quotation.</param>
/// <param name="Fatalities">How many were killed.</param>
/// <param name="Background">A standing fact or a figure for the whole conflict, no news.</param>
/// <param name="Repeated">Several happenings over a period, told together: the claim must not stand for one happening on one day.</param>
internal sealed record ExpectedClaim(
    ClaimKind Kind,
    ExpectedMode Mode,
    IReadOnlyList<int> Span,
    string? Class = null,
    IReadOnlyList<string>? Actors = null,
    IReadOnlyList<string>? Targets = null,
    string? Speaker = null,
    string? Source = null,
    IReadOnlyList<string>? Chain = null,
    bool Quoted = false,
    ExpectedFatalities? Fatalities = null,
    bool Background = false,
    bool Repeated = false)
{
    /// <summary>Every name that the claim takes from the text.</summary>
    [JsonIgnore]
    public IEnumerable<string> Names => [.. Actors ?? [], .. Targets ?? [], .. Chain ?? [], .. new[] { Speaker, Source }.OfType<string>()];
}

/// <summary>People killed.</summary>
/// <param name="Low">At least so many.</param>
/// <param name="High">At most so many; null when the text sets no upper limit.</param>
internal sealed record ExpectedFatalities(int Low, int? High);

/// <summary>A claim that would be wrong.</summary>
/// <param name="Kind">No claim of this kind beyond the expected ones.</param>
/// <param name="Why">Why not.</param>
/// <param name="Mode">Barred in this mode only; null: in every mode.</param>
/// <param name="Except">Classes that are not barred; null: none.</param>
internal sealed record BarredClaim(ClaimKind Kind, string Why, ExpectedMode? Mode = null, IReadOnlyList<string>? Except = null);
