namespace Truceline.DevHost.Processes;

/// <summary>Where the built services are: <c>services/X/bin/&lt;configuration&gt;/net10.0/Truceline.X.dll</c>, in DevHost's own configuration.</summary>
/// <param name="ServicesFolder">The folder <c>services</c>.</param>
/// <param name="Configuration">E.g. Debug.</param>
/// <param name="Framework">E.g. net10.0.</param>
internal sealed record Binaries(string ServicesFolder, string Configuration, string Framework)
{
    /// <summary>Finds them from the folder in which a program of this repository runs.</summary>
    /// <exception cref="DevHostException">It runs outside of the repository.</exception>
    internal static Binaries Find(string baseFolder)
    {
        var framework = new DirectoryInfo(baseFolder.TrimEnd(Path.DirectorySeparatorChar));
        for (var folder = framework.Parent; folder is not null; folder = folder.Parent)
        {
            var services = Path.Combine(folder.FullName, "services");
            if (File.Exists(Path.Combine(services, "DevHost", "DevHost.csproj")))
            {
                return new Binaries(services, framework.Parent!.Name, framework.Name);
            }
        }

        throw new DevHostException($"DevHost runs from a source tree; there is none above {baseFolder}.");
    }

    /// <summary>The assembly of a project, e.g. <c>Ingest</c>.</summary>
    /// <exception cref="DevHostException">It has not been built.</exception>
    internal string Assembly(string project)
    {
        var path = Path.Combine(ServicesFolder, project, "bin", Configuration, Framework, $"Truceline.{project}.dll");
        return File.Exists(path)
            ? path
            : throw new DevHostException($"{path} is missing. Build it first: dotnet build services/DevHost -c {Configuration}");
    }

    /// <summary>The <c>dotnet</c> that runs this process, or the one on the PATH.</summary>
    internal static string Dotnet() =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
}
