using System.Text.RegularExpressions;
using k8s;

namespace Truceline.Charts.Tests.Checks;

/// <summary>Kubernetes' own objects, read strictly: an unknown field, a wrong type or a duplicate key is an error.</summary>
internal static partial class StrictParse
{
    public static IEnumerable<string> Errors(Scenario scenario)
    {
        var known = Document().Split(scenario.Chart.Yaml)
            .Where(d => d.Contains("\nkind:", StringComparison.Ordinal) && !d.Contains("\napiVersion: dapr.io/", StringComparison.Ordinal));
        return known.SelectMany(Read);
    }

    private static IEnumerable<string> Read(string document)
    {
        try
        {
            return KubernetesYaml.LoadAllFromString(document, strict: true).Count == 1 ? [] : ["not one object: " + document];
        }
        catch (Exception exception) when (exception is YamlDotNet.Core.YamlException or KeyNotFoundException)
        {
            return [$"{exception.Message} {exception.InnerException?.Message} in {document}"];
        }
    }

    [GeneratedRegex("^---$", RegexOptions.Multiline)]
    private static partial Regex Document();
}
