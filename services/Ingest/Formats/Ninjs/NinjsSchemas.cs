using System.Reflection;
using Truceline.Ingest.Formats.JsonSchemas;

namespace Truceline.Ingest.Formats.Ninjs;

/// <summary>
/// The schemas of all versions of ninjs (https://github.com/iptc/newsinjson, folder specification), as they were published, and that of GeoJSON which they refer to.
/// They are read once. Safe for many threads.
/// </summary>
internal static class NinjsSchemas
{
    private const string Folder = "Truceline.Ingest.Formats.Ninjs.Schemas.";
    private const string Prefix = "ninjs-schema";

    private static readonly Lazy<(NinjsVersion[] Versions, SchemaValidator Validator)> All = new(Load);

    /// <summary>All versions, published ones before drafts, each from the newest to the oldest.</summary>
    internal static IReadOnlyList<NinjsVersion> Versions => All.Value.Versions;

    /// <summary>Validates against any of them.</summary>
    internal static SchemaValidator Validator => All.Value.Validator;

    /// <summary>A version by its number; null when there is none.</summary>
    internal static NinjsVersion? Find(string? name) => Versions.FirstOrDefault(v => v.Name == name);

    private static (NinjsVersion[] Versions, SchemaValidator Validator) Load()
    {
        var assembly = typeof(NinjsSchemas).Assembly;
        var versions = assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder + Prefix, StringComparison.Ordinal))
            .Select(n => new NinjsVersion(n[(Folder.Length + Prefix.Length)..^".json".Length].TrimStart('-', '_'), Read(assembly, n)))
            .OrderBy(v => v.IsDraft).ThenByDescending(v => v.Generation).ThenByDescending(v => v.Name, StringComparer.Ordinal)
            .ToArray();
        var geo = Read(assembly, Folder + "geojson-schema.json");
        return (versions, new SchemaValidator([.. versions.SelectMany(Addresses), (geo.Id, geo)]));
    }

    // The schemas of 1.0 and 1.1 have no id, but refer to themselves by address; a draft refers to one that was never published and came to be 1.3.
    private static IEnumerable<(string Address, SchemaDocument Schema)> Addresses(NinjsVersion version)
    {
        yield return ($"http://www.iptc.org/std/ninjs/ninjs-schema_{version.Name}.json", version.Schema);
        if (version.Name == "dev_0.2_v1.4")
        {
            yield return ("http://www.iptc.org/std-dev/ninjs/ninjs-schema-dev_0.2_v1.3.json", version.Schema);
        }
    }

    private static SchemaDocument Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        return SchemaDocument.Read(stream);
    }
}
