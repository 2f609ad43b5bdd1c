using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Google.Rpc;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Json;
using Truceline.Ingest.Formats.JsonSchemas;

namespace Truceline.Ingest.Formats.Ninjs;

/// <summary>
/// ninjs, news in JSON (https://iptc.org/standards/ninjs/), all versions from 1.0 to 3.1. A document that its version's schema does not allow is refused with every
/// fault at its JSON pointer. Associated objects that carry a text of their own are reports of their own.
/// </summary>
internal sealed class NinjsFormat : IDocumentFormat
{
    private const int OriginalCharacters = 64 * 1024;

    // What tells a news object from any other JSON with an address; ninjs itself requires nothing but uri.
    private static readonly string[] Telling =
    [
        "headline", "headlines", "bodies", "pubstatus", "pubStatus", "versioncreated", "versionCreated", "firstcreated", "firstCreated", "representationtype",
        "representationType", "slugline", "copyrightholder", "copyrightHolder", "usageterms", "usageTerms", "altids", "altIds", "renditions",
    ];

    public string Name => "ninjs";

    public FormatMatch Match(DocumentHead head)
    {
        var members = JsonMembers.Of(head.Text);
        if (members.TryGetValue("standard", out var standard) || members.TryGetValue("$standard", out standard))
        {
            if (standard.Contains("ninjs", StringComparison.OrdinalIgnoreCase))
            {
                return FormatMatch.Certain;
            }
        }

        if (IsNamed(head.Hints.MediaType) && head.Text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            return FormatMatch.Likely;
        }

        if (!members.ContainsKey("uri"))
        {
            return FormatMatch.None;
        }

        return Telling.Any(members.ContainsKey) || members.Keys.Any(m => m.StartsWith("body_", StringComparison.Ordinal)) ? FormatMatch.Likely : FormatMatch.Fallback;
    }

    public async IAsyncEnumerable<DocumentItem> ReadAsync(DocumentContent document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (text, _) = await document.ReadTextAsync(cancellationToken);
        using var source = JsonSource.Read(text, document.Limits);
        var (_, faults) = NinjsVersions.Judge(source.Root, VersionOf(document.Hints.MediaType));
        if (faults.Count > 0)
        {
            yield return new FaultItem("", [.. faults.Select(Violation)], text[..Math.Min(text.Length, OriginalCharacters)]);
            yield break;
        }

        foreach (var (path, item) in Items(source.Root, JsonPath.Root))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ReportItem(path.ToString(), NinjsReader.Read(source, item));
        }
    }

    private static IEnumerable<(JsonPath Path, JsonElement Item)> Items(JsonElement item, JsonPath path)
    {
        yield return (path, item);
        if (!item.TryGetProperty("associations", out var associations))
        {
            yield break;
        }

        // Up to 1.6 an object, a member for each; a list since 2.0.
        var at = path.Member("associations");
        var associated = associations.ValueKind == JsonValueKind.Object
            ? associations.EnumerateObject().Select(a => (Path: at.Member(a.Name), Item: a.Value))
            : associations.EnumerateArray().Select((a, i) => (Path: at.Element(i), Item: a));
        foreach (var found in associated.Where(a => a.Item.ValueKind == JsonValueKind.Object).SelectMany(a => Items(a.Item, a.Path)))
        {
            if (NinjsTexts.Body(found.Item) is not null)
            {
                yield return found;
            }
        }
    }

    private static BadRequest.Types.FieldViolation Violation(SchemaFault fault) => new() { Field = fault.Pointer, Description = fault.Description, Reason = "SCHEMA_VIOLATION" };

    private static bool IsNamed(string mediaType) => mediaType.Contains("ninjs", StringComparison.OrdinalIgnoreCase);

    private static string VersionOf(string mediaType) =>
        MediaTypeHeaderValue.TryParse(mediaType, out var parsed)
            ? parsed.Parameters.FirstOrDefault(p => p.Name.Equals("version", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"') ?? ""
            : "";
}
