using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests;

/// <summary>A values file under <c>ci</c>, with what the chart renders from it.</summary>
/// <param name="Name">Name of the scenario.</param>
/// <param name="Chart">What helm rendered.</param>
/// <param name="Declared">Secrets that the values say exist already.</param>
internal sealed record Scenario(string Name, RenderedChart Chart, IReadOnlySet<string> Declared)
{
    private static readonly ConcurrentDictionary<string, Lazy<Scenario>> Rendered = new();

    /// <summary>All scenarios.</summary>
    public static string[] All { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(HelmChart.Truceline.Folder, "ci"))
            .Select(f => Path.GetFileName(f).Replace("-values.yaml", "", StringComparison.Ordinal)).Order()];

    /// <summary>All scenarios, for a theory.</summary>
    public static TheoryData<string> Names { get; } = [.. All];

    /// <summary>A scenario of this repository's chart; each is rendered once.</summary>
    public static Scenario Of(string name) => Rendered.GetOrAdd(name, n => new Lazy<Scenario>(() => Render(HelmChart.Truceline, n))).Value;

    /// <summary>A scenario of any chart.</summary>
    public static Scenario Render(HelmChart chart, string name) =>
        new(name, chart.Render(HelmChart.Scenario(name)), DeclaredIn(YamlDocuments.Parse(File.ReadAllText(HelmChart.Scenario(name)))[0]).ToHashSet());

    private static IEnumerable<string> DeclaredIn(JsonNode? values) => values switch
    {
        JsonObject map => map.SelectMany(m => m switch
        {
            { Key: "existingSecret", Value: JsonValue name } => [(string)name!],
            { Key: "pullSecrets", Value: JsonArray names } => names.Select(n => (string)n!),
            _ => DeclaredIn(m.Value),
        }),
        _ => [],
    };
}
