using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests;

/// <summary>What <c>services/publish-image.sh</c> hands to the .NET SDK; a stand-in of dotnet prints it.</summary>
public sealed class PublishImageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("truceline-publish-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("truceline-ingest:1", "false", "ContainerImageTag=1", "ContainerRepository=truceline-ingest")]
    [InlineData("truceline-ingest", "false", "ContainerImageTag=latest", "ContainerRepository=truceline-ingest")]
    [InlineData("team/truceline-ingest:1", "false", "ContainerImageTag=1", "ContainerRepository=team/truceline-ingest")]
    [InlineData(
        "images.example.org/team/truceline-ingest:1", "false",
        "ContainerImageTag=1", "ContainerRepository=images.example.org/team/truceline-ingest")]
    [InlineData(
        "images.example.org/team/truceline-ingest:1@sha256:00", "true",
        "ContainerImageTag=1", "ContainerRegistry=images.example.org", "ContainerRepository=team/truceline-ingest")]
    [InlineData("localhost:5000/truceline-ingest:v1.2", "true",
        "ContainerImageTag=v1.2", "ContainerRegistry=localhost:5000", "ContainerRepository=truceline-ingest")]
    [InlineData("localhost:5000/truceline-ingest", "true",
        "ContainerImageTag=latest", "ContainerRegistry=localhost:5000", "ContainerRepository=truceline-ingest")]
    public void Script_SplitsTheImage(string image, string push, params string[] expected)
    {
        var (code, output, error) = Run("Ingest", image, push);

        Assert.True(code == 0, error);
        Assert.Equal(
            ["publish", "services/Ingest", "--configuration", "Release", "--os", "linux", "-t:PublishContainer", .. expected.Select(e => "-p:" + e)],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("Nothing", "truceline-ingest:1", "false", "holds no project")]
    [InlineData("Ingest", "truceline-ingest:1", "true", "names no registry")]
    [InlineData("Ingest", "localhost:5000/truceline-ingest:1", "false", "can only be pushed")]
    [InlineData("Ingest", "", "false", "IMAGE is not set")]
    public void Script_WithWhatItCannotBuild_SaysWhy(string project, string image, string push, string reason)
    {
        var (code, output, error) = Run(project, image, push);

        Assert.NotEqual(0, code);
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    private (int Code, string Output, string Error) Run(string project, string image, string push)
    {
        var dotnet = Path.Combine(_folder.FullName, "dotnet");
        File.WriteAllText(dotnet, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return ChartTools.Run("bash", ["services/publish-image.sh", project], new Dictionary<string, string>
        {
            ["PATH"] = _folder.FullName + ":" + Environment.GetEnvironmentVariable("PATH"),
            ["IMAGE"] = image,
            ["PUSH_IMAGE"] = push,
            ["BASE_IMAGE"] = "",
        });
    }
}
