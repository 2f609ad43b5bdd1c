using System.Text.RegularExpressions;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests.Checks;

/// <summary>
/// The rendering is the one that is kept, so that every change of it is seen. Values of Secrets, which are made by chance, are masked.
/// </summary>
internal static partial class Golden
{
    /// <summary>Set to 1, the kept renderings and the table of values are written instead of compared.</summary>
    public const string Update = "UPDATE_GOLDEN";

    public static bool IsUpdate => Environment.GetEnvironmentVariable(Update) == "1";

    public static IEnumerable<string> Errors(Scenario scenario)
    {
        var file = PathOf(scenario.Name);
        var now = Mask(scenario.Chart.Yaml);
        var kept = File.Exists(file) ? File.ReadAllText(file) : "";
        if (now == kept)
        {
            return [];
        }

        var (line, was, becomes) = FirstDifference(kept, now);
        return
        [
            $"{Path.GetFileName(file)} differs from line {line} on: \"{was}\", now \"{becomes}\". If that is meant, run the tests with {Update}=1.",
        ];
    }

    /// <summary>Keeps a rendering.</summary>
    public static void Write(Scenario scenario) => File.WriteAllText(PathOf(scenario.Name), Mask(scenario.Chart.Yaml));

    private static string PathOf(string name) => Path.Combine(ChartTools.RepositoryRoot, "tests", "Charts.Tests", "Golden", name + ".yaml");

    private static string Mask(string yaml) => string.Join("---\n", yaml.Split("---\n").Select(document =>
        document.Contains("\nkind: Secret\n", StringComparison.Ordinal) ? Value().Replace(document, "$1 masked") : document));

    private static (int Line, string Was, string Becomes) FirstDifference(string kept, string now)
    {
        var (was, becomes) = (kept.Split('\n'), now.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(was.Length, becomes.Length)).First(i => was.ElementAtOrDefault(i) != becomes.ElementAtOrDefault(i));
        return (line + 1, was.ElementAtOrDefault(line) ?? "", becomes.ElementAtOrDefault(line) ?? "");
    }

    [GeneratedRegex("^(  (?:password|token|tls\\.crt|tls\\.key):) .+$", RegexOptions.Multiline)]
    private static partial Regex Value();
}
