using System.Text.Json.Nodes;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests.Checks;

/// <summary>Whatever is referred to by name is rendered, or said to exist by the values; no object is rendered twice.</summary>
internal static class References
{
    public static IEnumerable<string> Errors(Scenario scenario)
    {
        var chart = scenario.Chart;
        foreach (var twice in chart.Objects.GroupBy(RenderedChart.Label).Where(g => g.Count() > 1))
        {
            yield return $"{twice.Key} is rendered {twice.Count()} times";
        }

        foreach (var (from, kind, name, key) in chart.Objects.SelectMany(o => In(o).Select(r => (RenderedChart.Label(o), r.Kind, r.Name, r.Key))))
        {
            var found = chart.Find(kind, name);
            if (found is null && !(kind == "Secret" && scenario.Declared.Contains(name)))
            {
                yield return $"{from} refers to {kind} {name}, which is neither rendered nor said to exist";
            }
            else if (found is not null && key.Length > 0 && found["data"]?[key] is null)
            {
                yield return $"{from} refers to {key} in {kind} {name}, which does not hold it";
            }
        }

        foreach (var secret in chart.OfKind("Secret").Select(RenderedChart.NameOf).Where(scenario.Declared.Contains))
        {
            yield return $"Secret {secret} is rendered although it exists";
        }
    }

    private static IEnumerable<(string Kind, string Name, string Key)> In(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            return array.SelectMany(In);
        }

        if (node is not JsonObject map)
        {
            return [];
        }

        return map.SelectMany(member => member switch
        {
            { Key: "secretKeyRef", Value: JsonObject r } => [("Secret", Text(r["name"]), Text(r["key"]))],
            { Key: "configMapKeyRef", Value: JsonObject r } => [("ConfigMap", Text(r["name"]), Text(r["key"]))],
            { Key: "secretName" } => [("Secret", Text(member.Value), "")],
            { Key: "configMap", Value: JsonObject r } => [("ConfigMap", Text(r["name"]), "")],
            { Key: "imagePullSecrets", Value: JsonArray list } => RenderedChart.Items(list).Select(r => ("Secret", Text(r["name"]), "")),
            { Key: "serviceAccountName" } => [("ServiceAccount", Text(member.Value), "")],
            { Key: "serviceName" } => [("Service", Text(member.Value), "")],
            { Key: "dapr.io/app-token-secret" } => [("Secret", Text(member.Value), "token")],
            { Key: "dapr.io/config" } => [("Configuration", Text(member.Value), "")],
            _ => In(member.Value),
        });
    }

    private static string Text(JsonNode? node) => (string?)node ?? "";
}
