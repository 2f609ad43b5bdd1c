using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests;

/// <summary>The table of values in the chart's README, made from the comments <c># --</c> of <c>values.yaml</c>.</summary>
internal static partial class ValuesTable
{
    /// <summary>The table, and the paths of values that no comment describes.</summary>
    public static (string Table, IReadOnlyList<string> Undescribed) Of(string valuesYaml)
    {
        var values = YamlDocuments.Parse(valuesYaml)[0];
        var described = Described(valuesYaml).ToArray();
        var rows = described.Select(d =>
            $"| `{d.Path}` | `{At(values, d.Path)?.ToJsonString(Plain) ?? "null"}` | {d.Text.Replace("|", "\\|", StringComparison.Ordinal)} |");
        var undescribed = Leaves(values, "").Where(l => !described.Any(d => l == d.Path || l.StartsWith(d.Path + ".", StringComparison.Ordinal)));
        return (string.Join('\n', ["| value | default | meaning |", "| --- | --- | --- |", .. rows]), [.. undescribed]);
    }

    private static JsonSerializerOptions Plain { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IEnumerable<(string Path, string Text)> Described(string yaml)
    {
        var path = new List<string>();
        var text = "";
        foreach (var line in yaml.Split('\n'))
        {
            if (Comment().Match(line) is { Success: true } comment)
            {
                text = comment.Groups[1].Value;
            }
            else if (Key().Match(line) is { Success: true } key)
            {
                path.RemoveRange(Math.Min(path.Count, key.Groups[1].Length / 2), Math.Max(0, path.Count - (key.Groups[1].Length / 2)));
                path.Add(key.Groups[2].Value);
                if (text.Length > 0)
                {
                    yield return (string.Join('.', path), text);
                }

                text = "";
            }
        }
    }

    private static JsonNode? At(JsonNode? node, string path) => path.Split('.').Aggregate(node, (n, key) => n?[key]);

    private static IEnumerable<string> Leaves(JsonNode? node, string path) => node is JsonObject { Count: > 0 } map
        ? map.SelectMany(m => Leaves(m.Value, path.Length == 0 ? m.Key : $"{path}.{m.Key}"))
        : [path];

    [GeneratedRegex("^ *# -- (.+)$")]
    private static partial Regex Comment();

    [GeneratedRegex("^( *)([A-Za-z0-9_-]+):")]
    private static partial Regex Key();
}
