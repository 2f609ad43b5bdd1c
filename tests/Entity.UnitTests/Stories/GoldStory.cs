using System.Text.Json;
using System.Text.Json.Nodes;
using Truceline.Entity.Reading;

namespace Truceline.Entity.UnitTests.Stories;

/// <summary>A story of the bench with what a careful reader takes from it.</summary>
internal sealed record GoldStory(string Name, string Text, JsonNode Gold)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Stories");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    public static GoldStory Load(string name) => Load(Folder, name);

    /// <summary>Loads a story from a folder; its name may begin with a folder within it.</summary>
    public static GoldStory Load(string folder, string name)
    {
        var text = File.ReadAllText(Path.Combine(folder, name + ".txt"));
        return new GoldStory(name, text, JsonNode.Parse(File.ReadAllText(Path.Combine(folder, name + ".json")))!);
    }

    public IReadOnlyList<GoldEntity> Entities => Items("entities").Select(e => new GoldEntity(
        String(e, "id")!, Enum.Parse<EntityType>(String(e, "type")!), [.. e["mentions"]!.AsArray().Select(m => Span(m!))],
        Number(e, "lat"), Number(e, "lon"), String(e, "kind") ?? "")).ToList();

    public IReadOnlyList<GoldDate> Dates => Items("dates").Select(d => new GoldDate(Span(d), String(d, "value")!)).ToList();

    public IReadOnlyList<GoldQuantity> Quantities => Items("quantities").Select(q => new GoldQuantity(
        Span(q), String(q, "kind")!, Number(q, "value"), Number(q, "low"), Number(q, "low_m"), Number(q, "high_m"))).ToList();

    public IReadOnlyList<GoldClaim> Claims => Items("claims").Select(c => new GoldClaim(
        Enum.Parse<ClaimKind>(String(c, "kind")!), Span(c), String(c, "evidence")!, String(c, "deadline"), String(c, "date"), String(c, "place"),
        String(c, "speaker"), String(c, "source"), c["actors"] is JsonArray a ? [.. a.Select(x => x!.GetValue<string>())] : [])).ToList();

    public DateOnly Published => DateOnly.ParseExact(String(Gold["report"]!, "published")!, "yyyy-MM-dd", null);

    public string DatelinePlace => String(Gold["report"]!, "dateline_place")!;

    private IEnumerable<JsonNode> Items(string name) => Gold[name]!.AsArray().Select(n => n!);

    private static string? String(JsonNode node, string name) => node[name]?.GetValue<string>();

    private static double? Number(JsonNode node, string name) =>
        node[name] is { } value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<double>() : null;

    private static TextSpan Span(JsonNode node) => new(node["span"]![0]!.GetValue<int>(), node["span"]![1]!.GetValue<int>());
}

internal sealed record GoldEntity(string Id, EntityType Type, IReadOnlyList<TextSpan> Mentions, double? Latitude, double? Longitude, string Kind);

internal sealed record GoldDate(TextSpan Span, string Value);

internal sealed record GoldQuantity(TextSpan Span, string Kind, double? Value, double? Low, double? LowMetres, double? HighMetres);

internal sealed record GoldClaim(
    ClaimKind Kind, TextSpan Span, string Evidence, string? Deadline, string? Date, string? Place, string? Speaker, string? Source, IReadOnlyList<string> Actors);
