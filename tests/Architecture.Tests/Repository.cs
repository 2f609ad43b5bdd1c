using System.Xml.Linq;

namespace Truceline.Architecture.Tests;

/// <summary>The files of the repository that these tests stand in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Names of the folders under <c>services</c> that are run in a cluster.</summary>
    public static readonly string[] Services = ["Ingest", "Entity", "GeoZone", "Notification", "Gateway"];

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static IEnumerable<string> Projects(string folder) =>
        Directory.EnumerateFiles(PathOf(folder), "*.csproj", SearchOption.AllDirectories);

    /// <summary>File names of the projects that a project refers to.</summary>
    public static IEnumerable<string> References(string project) => XDocument.Load(project)
        .Descendants("ProjectReference")
        .Select(r => r.Attribute("Include")!.Value.Replace('\\', '/').Split('/')[^1]);

    /// <summary>Source files under a folder, without build output and migrations.</summary>
    public static IEnumerable<string> Sources(params string[] folder) =>
        Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal)
                && !f.Contains("/Migrations/", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Microservices.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Microservices.sln was not found above " + AppContext.BaseDirectory);
    }
}
