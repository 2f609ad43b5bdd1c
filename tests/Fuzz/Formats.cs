using Microsoft.Extensions.DependencyInjection;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats;

namespace Truceline.Fuzz;

/// <summary>Every format that Ingest registers, and its seeds: small documents in <c>Seeds/{name}/</c>.</summary>
internal static class Formats
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddFormats().BuildServiceProvider();

    internal static IReadOnlyList<IDocumentFormat> All { get; } = [.. Services.GetServices<IDocumentFormat>()];

    internal static FormatDetector Detector { get; } = new(All);

    internal static IDocumentFormat Named(string name) => All.Single(f => f.Name == name);

    /// <summary>Names of all formats, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Select(f => f.Name)];

    /// <summary>The seeds of a format, by name of file.</summary>
    internal static IReadOnlyList<(string Name, byte[] Bytes)> SeedsOf(string format) =>
        Directory.Exists(FolderOf(format))
            ? [.. Directory.EnumerateFiles(FolderOf(format)).Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllBytes(f)))]
            : [];

    private static string FolderOf(string format) => Path.Combine(AppContext.BaseDirectory, "Seeds", format);
}
