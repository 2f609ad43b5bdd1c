using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests.Checks;

/// <summary>Required fields of Kubernetes' objects, and Dapr's resources against their definitions with unknown fields as errors.</summary>
internal static class ObjectSchemas
{
    private static string PathOf(params string[] parts) => Path.Combine([ChartTools.RepositoryRoot, "tests", "Charts.Tests", .. parts]);

    public static IEnumerable<string> Errors(Scenario scenario)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, scenario.Chart.Yaml);
            return Validate("objects", file, PathOf("Schemas", "dapr"), scenario.Chart.Objects.Count);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Errors of a <c>skaffold.yaml</c> against its schema.</summary>
    public static IEnumerable<string> SkaffoldErrors(string file) => Validate("file", file, PathOf("Schemas", "skaffold-v4beta14.json"), 1);

    private static string[] Validate(string mode, string file, string schemas, int expected)
    {
        var (code, output, error) = ChartTools.Run("node", [PathOf("validate.mjs"), ChartTools.NodeModules, mode, file, schemas]);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return code == 0 && lines[^1] == $"checked {expected}" ? lines[..^1] : [$"the validator ended with {code}: {output} {error}"];
    }
}
