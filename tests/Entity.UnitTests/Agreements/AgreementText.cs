using System.Text.Json;
using System.Text.Json.Serialization;

namespace Truceline.Entity.UnitTests.Agreements;

/// <summary>An agreement's points in the project's own words with the obligations that follow from them.</summary>
internal sealed record AgreementText(string Id, string Title, DateOnly Signed, IReadOnlyList<ExpectedObligation> Obligations)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Agreements");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    [JsonIgnore]
    public string Text { get; private init; } = "";

    public static AgreementText Load(string name) =>
        JsonSerializer.Deserialize<AgreementText>(File.ReadAllText(Path.Combine(Folder, name + ".json")), Options)! with
        {
            Text = File.ReadAllText(Path.Combine(Folder, name + ".txt")),
        };
}

/// <summary>A duty, prohibition, permission, limit or declaration that the text sets.</summary>
/// <param name="N">The point, with a letter where one point holds several.</param>
/// <param name="Modality">duty, prohibition, permission, limit or declaration.</param>
/// <param name="Party">Whom it binds, as the text has it; "all" when the text names nobody.</param>
/// <param name="Action">Class of commitment.</param>
/// <param name="Clause">The quoted clause.</param>
/// <param name="Span">Half-open range of the clause in the text, two numbers.</param>
/// <param name="Object">What it is about, as the text has it; null when not given.</param>
/// <param name="Area">Where it applies, as the text has it; null when not given.</param>
/// <param name="From">Since when it binds; null when from the start.</param>
/// <param name="Start">By when it must have begun; null when the text does not tell.</param>
/// <param name="Deadline">By when it must be done; null when the text does not tell.</param>
/// <param name="Verification">Who verifies it, where the point itself says so.</param>
/// <param name="Exception">What is left out of a prohibition.</param>
/// <param name="Condition">What must have come about first.</param>
/// <param name="Limit">Greatest number that is allowed.</param>
internal sealed record ExpectedObligation(
    string N,
    string Modality,
    IReadOnlyList<string> Party,
    string Action,
    string Clause,
    IReadOnlyList<int> Span,
    IReadOnlyList<string>? Object = null,
    IReadOnlyList<string>? Area = null,
    ExpectedTerm? From = null,
    ExpectedTerm? Start = null,
    ExpectedTerm? Deadline = null,
    string? Verification = null,
    string? Exception = null,
    string? Condition = null,
    int? Limit = null)
{
    /// <summary>Every expression that must stand in the text.</summary>
    [JsonIgnore]
    public IEnumerable<string> Quoted =>
        [.. Party.Where(p => p != "all"), .. Object ?? [], .. Area ?? [],
            .. new[] { From?.Relative, Start?.Relative, Deadline?.Relative, Verification, Exception, Condition }.OfType<string>()];
}

/// <summary>A term in time.</summary>
/// <param name="Value">ISO 8601 day or instant; null when it hangs on something whose day the text does not tell.</param>
/// <param name="Relative">The text's own expression, for a term that is counted from something.</param>
/// <param name="After">What it is counted from.</param>
internal sealed record ExpectedTerm(string? Value = null, string? Relative = null, string? After = null);
