using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Truceline.Testing.Charts;

/// <summary>Where a variable of a container comes from.</summary>
public enum VariableSource
{
    /// <summary>Written in the deployment; may refer to earlier variables as <c>$(NAME)</c>.</summary>
    Literal,

    /// <summary>A key of a Secret.</summary>
    Secret,

    /// <summary>A key of a ConfigMap.</summary>
    ConfigMap,

    /// <summary>A field of the pod.</summary>
    Field,
}

/// <summary>One variable of a container.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Holder">Name of the Secret or ConfigMap; empty for a literal and a field.</param>
/// <param name="Key">Key in it, or path of the field; empty for a literal.</param>
/// <param name="Value">The literal, or what the rendered Secret or ConfigMap holds; null when it is not part of the chart, and for a field.</param>
public sealed record ChartVariable(string Name, VariableSource Source, string Holder, string Key, string? Value);

/// <summary>
/// The environment that the chart gives to the container of a service, in its order, with references to what the chart renders resolved. A
/// process that gets it runs as the pod would.
/// </summary>
/// <param name="Variables">The variables, in the order in which Kubernetes expands them.</param>
public sealed partial record ChartEnvironment(IReadOnlyList<ChartVariable> Variables)
{
    /// <summary>Reads the environment of a deployment's first container.</summary>
    /// <param name="chart">What helm rendered.</param>
    /// <param name="service">Id of the service, e.g. <c>ingest</c>.</param>
    public static ChartEnvironment Of(RenderedChart chart, string service)
    {
        var deployment = chart.Find("Deployment", $"{HelmChart.Release}-{service}")
            ?? throw new InvalidOperationException("the chart renders no deployment of " + service);
        var container = RenderedChart.Containers(deployment).First();
        return new ChartEnvironment([.. RenderedChart.Items(container["env"]).Select(e => Read(chart, e))]);
    }

    /// <summary>
    /// The variables as the process sees them: <c>$(NAME)</c> is replaced by the value of an earlier variable, and stays when there is none.
    /// </summary>
    /// <param name="given">
    /// Value of a variable that the chart alone does not know (a secret that exists, a field of the pod), or that is to be another one; null
    /// keeps the chart's. It is asked for every variable, and what it gives goes into later variables too.
    /// </param>
    /// <exception cref="InvalidOperationException">A variable has no value.</exception>
    public IReadOnlyDictionary<string, string> Expand(Func<ChartVariable, string?> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var expanded = new Dictionary<string, string>();
        foreach (var variable in Variables)
        {
            expanded[variable.Name] = given(variable)
                ?? (variable.Source == VariableSource.Literal ? ExpandText(variable.Value!, expanded) : variable.Value)
                ?? throw new InvalidOperationException($"{variable.Name}: {variable.Source} {variable.Holder} {variable.Key} has no value");
        }

        return expanded;
    }

    // "$$(NAME)" stands for "$(NAME)" as it is.
    private static string ExpandText(string text, Dictionary<string, string> known) => Reference().Replace(text, match =>
        match.Value.StartsWith("$$", StringComparison.Ordinal) ? match.Value[1..]
        : known.TryGetValue(match.Groups[1].Value, out var value) ? value
        : match.Value);

    [GeneratedRegex(@"\$?\$\(([A-Za-z_][A-Za-z0-9_.-]*)\)")]
    private static partial Regex Reference();

    private static ChartVariable Read(RenderedChart chart, JsonObject entry)
    {
        var name = (string)entry["name"]!;
        if (entry["valueFrom"] is not { } from)
        {
            return new ChartVariable(name, VariableSource.Literal, "", "", (string?)entry["value"] ?? "");
        }

        if (from["secretKeyRef"] is { } secret)
        {
            var (item, key) = ((string)secret["name"]!, (string)secret["key"]!);
            var data = chart.Find("Secret", item)?["data"]?[key];
            return new ChartVariable(
                name, VariableSource.Secret, item, key, data is null ? null : Encoding.UTF8.GetString(Convert.FromBase64String((string)data!)));
        }

        if (from["configMapKeyRef"] is { } map)
        {
            var (item, key) = ((string)map["name"]!, (string)map["key"]!);
            return new ChartVariable(name, VariableSource.ConfigMap, item, key, (string?)chart.Find("ConfigMap", item)?["data"]?[key]);
        }

        return new ChartVariable(name, VariableSource.Field, "", (string)from["fieldRef"]!["fieldPath"]!, null);
    }
}
