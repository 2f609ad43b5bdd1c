using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Tracks;

/// <summary>
/// Positions as Cursor-on-Target events in XML (MITRE, "Cursor-on-Target Message Router User's Guide", event schema 2.0; the dialect of TAK clients): one event, several one after the
/// other as a stream writes them, each with or without an XML declaration of its own, or several in one root. Events without a place (pings, chat, tasks) are faults.
/// </summary>
internal sealed class CotFormat : IDocumentFormat
{
    // What a sender writes for a height or an error that it does not know.
    private const double Unknown = 9_999_999;

    /// <inheritdoc/>
    public string Name => "cursor-on-target";

    /// <inheritdoc/>
    public FormatMatch Match(DocumentHead head) =>
        XmlProlog.RootOf(head.Text) is "event" or "events"
        && head.Text.IndexOf("<event ", StringComparison.Ordinal) is var first and >= 0
        && head.Text.AsSpan(first) is var rest
        && rest[..Math.Max(0, rest.IndexOf('>'))].Contains("uid=", StringComparison.Ordinal)
        && rest.Contains("<point", StringComparison.Ordinal)
            ? FormatMatch.Certain
            : FormatMatch.None;

    /// <inheritdoc/>
    public async IAsyncEnumerable<DocumentItem> ReadAsync(DocumentContent document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var events = new CotEvents(await document.OpenTextAsync(cancellationToken), document.Limits.ItemCharacters);
        var number = 0;
        while (await events.NextAsync(cancellationToken) is { } text)
        {
            yield return Item($"event[{++number}]", text, document.Limits);
        }
    }

    private static DocumentItem Item(string path, string text, DocumentLimits limits)
    {
        try
        {
            return Position(path, SafeXml.Load(text, limits).Root!, text);
        }
        catch (DocumentRefusedException fault)
        {
            return TrackPoint.Fault(path, fault.Path, fault.Message, fault.Reason, text);
        }
    }

    private static DocumentItem Position(string path, XElement cot, string original)
    {
        var point = cot.Elements().FirstOrDefault(e => e.Name.LocalName == "point");
        var (lat, lon) = (point?.Attribute("lat")?.Value, point?.Attribute("lon")?.Value);
        if (point is null || IsNowhere(lat, lon, point.Attribute("ce")?.Value))
        {
            return TrackPoint.Fault(path, "point", "The event has no place.", "REQUIRED", original);
        }

        var detail = cot.Elements().FirstOrDefault(e => e.Name.LocalName == "detail");
        var contact = detail?.Elements().FirstOrDefault(e => e.Name.LocalName == "contact");
        var track = detail?.Elements().FirstOrDefault(e => e.Name.LocalName == "track");
        var position = new TrackPoint(path)
        {
            ObjectId = cot.Attribute("uid")?.Value.Trim() ?? "",
            Type = cot.Attribute("type")?.Value.Trim() ?? "",
            Name = contact?.Attribute("callsign")?.Value.Trim() ?? "",
        };
        if (position.ObjectId.Length == 0)
        {
            position.Refuse("uid", "It is required.", "REQUIRED");
        }

        position.Place(lat, lon);
        position.Time("time", cot.Attribute("time")?.Value ?? cot.Attribute("start")?.Value);
        position.Altitude(point.Attribute("hae")?.Value, Unknown);
        position.Radius("ce", point.Attribute("ce")?.Value, Unknown);
        position.Speed(track?.Attribute("speed")?.Value);
        position.Course(track?.Attribute("course")?.Value);
        return position.ToItem(original);
    }

    // The meeting of equator and meridian with an error without bound is where clients put what has no place.
    private static bool IsNowhere(string? lat, string? lon, string? ce) =>
        Tables.Cells.Number(lat ?? "") == 0 && Tables.Cells.Number(lon ?? "") == 0 && Tables.Cells.Number(ce ?? "") is null or >= Unknown;
}
