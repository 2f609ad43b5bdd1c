using System.Text.Json;
using Truceline.Ingest.Formats.JsonSchemas;

namespace Truceline.Ingest.Formats.Ninjs;

/// <summary>
/// Finds the version that a document is of, and what is wrong with it. What counts, in this order: the version that the document declares; that of its media type's
/// parameter <c>version</c>; else the newest of those that have all its members. As the generations share members, the newest of each is tried, and a document is
/// right when one of them takes it: nothing that is valid ninjs is refused for what a later version changed.
/// </summary>
internal static class NinjsVersions
{
    /// <summary>The version of a document and its faults; none when it is valid.</summary>
    /// <param name="document">The document.</param>
    /// <param name="hinted">The version that its sender names; empty when none is named.</param>
    internal static (NinjsVersion Version, IReadOnlyList<SchemaFault> Faults) Judge(JsonElement document, string hinted)
    {
        if (document.ValueKind != JsonValueKind.Object)
        {
            var newest = NinjsSchemas.Versions[0];
            return (newest, NinjsSchemas.Validator.Validate(newest.Schema, document));
        }

        (NinjsVersion Version, IReadOnlyList<SchemaFault> Faults)? first = null;
        foreach (var version in Candidates(document, hinted))
        {
            var faults = NinjsSchemas.Validator.Validate(version.Schema, document);
            if (faults.Count == 0)
            {
                return (version, faults);
            }

            first ??= (version, faults);
        }

        return first!.Value;
    }

    private static IEnumerable<NinjsVersion> Candidates(JsonElement document, string hinted)
    {
        if ((Declared(document) ?? NinjsSchemas.Find(hinted)) is { } named)
        {
            return [named];
        }

        // Drafts only for what no published version has.
        var unknown = NinjsSchemas.Versions.Select(v => (Version: v, Count: v.Unknown(document))).ToArray();
        var least = unknown.Min(u => u.Count);
        var near = unknown.Where(u => u.Count == least).Select(u => u.Version).ToArray();
        return near.Where(v => v.IsDraft == near[0].IsDraft).DistinctBy(v => v.Generation);
    }

    /// <summary>The version that a document declares; null when it declares none, none that is known, or one that could not have been declared so.</summary>
    private static NinjsVersion? Declared(JsonElement document)
    {
        foreach (var member in (ReadOnlySpan<string>)["standard", "$standard"])
        {
            if (document.TryGetProperty(member, out var standard) && standard.ValueKind == JsonValueKind.Object
                && standard.TryGetProperty("version", out var name) && name.ValueKind == JsonValueKind.String
                && NinjsSchemas.Find(name.GetString()) is { } version && version.Declaration == member)
            {
                return version;
            }
        }

        return null;
    }
}
