using System.Text.Json.Nodes;

namespace Truceline.Testing.Charts;

/// <summary>What helm rendered.</summary>
/// <param name="Yaml">The text, all objects in one.</param>
public sealed record RenderedChart(string Yaml)
{
    private readonly Lazy<IReadOnlyList<JsonObject>> _objects = new(() => YamlDocuments.Parse(Yaml));

    /// <summary>The objects.</summary>
    public IReadOnlyList<JsonObject> Objects => _objects.Value;

    /// <summary>Objects of a kind.</summary>
    public IEnumerable<JsonObject> OfKind(string kind) => Objects.Where(o => (string?)o["kind"] == kind);

    /// <summary>The object of a kind and a name, or null.</summary>
    public JsonObject? Find(string kind, string name) => OfKind(kind).FirstOrDefault(o => NameOf(o) == name);

    /// <summary>Everything that has a pod template.</summary>
    public IEnumerable<JsonObject> Workloads => OfKind("Deployment").Concat(OfKind("StatefulSet"));

    /// <summary>Name of an object.</summary>
    public static string NameOf(JsonObject item) => (string)item["metadata"]!["name"]!;

    /// <summary>Kind and name of an object, to name it in an error.</summary>
    public static string Label(JsonObject item) => $"{(string?)item["kind"]} {NameOf(item)}";

    /// <summary>Pod template of a workload.</summary>
    public static JsonObject Template(JsonObject workload) => workload["spec"]!["template"]!.AsObject();

    /// <summary>Containers of a workload.</summary>
    public static IEnumerable<JsonObject> Containers(JsonObject workload) =>
        Template(workload)["spec"]!["containers"]!.AsArray().Select(c => c!.AsObject());

    /// <summary>Items of an array that may be missing.</summary>
    public static IEnumerable<JsonObject> Items(JsonNode? array) => array is JsonArray items ? items.Select(i => i!.AsObject()) : [];
}
