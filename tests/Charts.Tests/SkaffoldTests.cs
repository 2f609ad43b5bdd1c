using System.Text.Json.Nodes;
using Truceline.Charts.Tests.Checks;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests;

/// <summary>There is no skaffold where these tests run: its file is checked against its schema, and against what it names.</summary>
public sealed class SkaffoldTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("truceline-skaffold-");

    private static string Text => File.ReadAllText(Path.Combine(ChartTools.RepositoryRoot, "skaffold.yaml"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Skaffold_AgainstItsSchema_IsValid() => Assert.Empty(ErrorsOf(Text));

    [Theory]
    [InlineData("buildCommand:", "buildcommand:")]
    [InlineData("createNamespace: true", "createNamespace: yes please")]
    [InlineData("apiVersion: skaffold/v4beta14", "apiVersions: skaffold/v4beta14")]
    public void Skaffold_ThatIsBroken_IsRefused(string whole, string broken) =>
        Assert.NotEmpty(ErrorsOf(Text.Replace(whole, broken, StringComparison.Ordinal)));

    [Fact]
    public void Skaffold_NamesFilesThatAreThere_AndEveryImageOfTheChart()
    {
        var skaffold = YamlDocuments.Parse(Text)[0];
        var artifacts = RenderedChart.Items(skaffold["build"]!["artifacts"]).ToArray();
        var release = skaffold["deploy"]!["helm"]!["releases"]![0]!;
        var patched = skaffold["profiles"]![0]!["patches"]![0]!["value"]!.AsArray();
        var files = release["valuesFiles"]!.AsArray().Concat(patched).Append(release["chartPath"])
            .Concat(artifacts.Select(a => (JsonNode?)((string)a["custom"]!["buildCommand"]!).Split(' ')[0]))
            .Select(f => Path.Combine(ChartTools.RepositoryRoot, (string)f!));

        Assert.All(files, f => Assert.True(Path.Exists(f), f));
        Assert.Equal(
            ChartChecks.Backends.Append("gateway").Select(id => "truceline-" + id),
            artifacts.Select(a => (string)a["image"]!));
        Assert.All(artifacts, a =>
        {
            var project = ((string)a["custom"]!["buildCommand"]!).Split(' ')[1];
            Assert.True(File.Exists(Path.Combine(ChartTools.RepositoryRoot, "services", project, project + ".csproj")), project);
            var id = ((string)a["image"]!)["truceline-".Length..];
            Assert.Equal($"{{{{.IMAGE_REPO_truceline_{id}}}}}", (string?)release["setValueTemplates"]![$"services.{id}.image.repository"]);
            Assert.Equal($"{{{{.IMAGE_TAG_truceline_{id}}}}}", (string?)release["setValueTemplates"]![$"services.{id}.image.tag"]);
        });
    }

    private IEnumerable<string> ErrorsOf(string text)
    {
        var file = Path.Combine(_folder.FullName, "skaffold.yaml");
        File.WriteAllText(file, text);
        return ObjectSchemas.SkaffoldErrors(file);
    }
}
