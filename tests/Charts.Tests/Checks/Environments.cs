using System.Text.RegularExpressions;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests.Checks;

/// <summary>
/// Every variable is one that something reads: an option of the services by its path, a variable that their code names, one of the frameworks', or
/// one that a later variable refers to.
/// </summary>
internal static partial class Environments
{
    private static readonly Lazy<string[]> Sources = new(() =>
        [.. Directory.EnumerateFiles(Path.Combine(ChartTools.RepositoryRoot, "services"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/DevHost/", StringComparison.Ordinal))
            .Select(File.ReadAllText)]);

    public static IEnumerable<string> Errors(Scenario scenario)
    {
        foreach (var id in ChartChecks.Backends.Append("gateway"))
        {
            var environment = ChartEnvironment.Of(scenario.Chart, id);
            var texts = environment.Variables.Select(v => v.Value ?? "").ToArray();
            foreach (var (index, variable) in environment.Variables.Index())
            {
                var isReferred = texts.Skip(index + 1).Any(t => t.Contains($"$({variable.Name})", StringComparison.Ordinal));
                if (!isReferred && !IsRead(variable.Name))
                {
                    yield return $"{id}: nothing reads {variable.Name}";
                }

                foreach (Match match in Reference().Matches(variable.Source == VariableSource.Literal ? variable.Value! : ""))
                {
                    if (!environment.Variables.Take(index).Any(v => v.Name == match.Groups[1].Value))
                    {
                        yield return $"{id}: {variable.Name} refers to {match.Value}, which is not set before it";
                    }
                }
            }

            var database = environment.Variables.FirstOrDefault(v => v.Name == "Storage__ConnectionString")?.Value;
            if (id == "gateway" ? database is not null : database?.Contains($";Database=truceline_{id};", StringComparison.Ordinal) != true)
            {
                yield return $"{id}: wrong database: {database}";
            }
        }
    }

    private static bool IsRead(string name)
    {
        var path = name.Split("__");
        return path switch
        {
            [_] => name.StartsWith("OTEL_", StringComparison.Ordinal) || Sources.Value.Any(s => s.Contains($"\"{name}\"", StringComparison.Ordinal)),
            ["Logging", "LogLevel", _] or ["Logging", "Console", "FormatterName"] or ["Logging", "Console", "FormatterOptions", _] => true,
            // Read by the name of the service that is called.
            ["Services", var service] => Sources.Value.Any(s => s.Contains($"class {service}", StringComparison.Ordinal) || HasProperty(s, service)),
            [var section, .. var properties] => Sources.Value.Any(s =>
                s.Contains($"const string Section = \"{section}\"", StringComparison.Ordinal) && properties.All(p => HasProperty(s, p))),
            _ => false,
        };
    }

    private static bool HasProperty(string source, string name) => Regex.IsMatch(source, $@"public \S+ {Regex.Escape(name)} \{{ get;");

    [GeneratedRegex(@"\$\(([A-Za-z_][A-Za-z0-9_.-]*)\)")]
    private static partial Regex Reference();
}
