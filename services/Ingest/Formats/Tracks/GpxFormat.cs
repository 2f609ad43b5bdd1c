using System.Runtime.CompilerServices;
using System.Xml;
using Truceline.Ingest.Documents;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Formats.Tracks;

/// <summary>
/// Tracks in the GPS Exchange Format 1.0 and 1.1 (https://www.topografix.com/gpx.asp): points of tracks (<c>trkpt</c>), waypoints (<c>wpt</c>) and points of routes
/// (<c>rtept</c>). What moves is called by the track's name, else the document's, else the file's; a waypoint by its own. Heights are as written. Speed and course
/// are those of GPX 1.0 or of an extension. A point without a time is a fault.
/// </summary>
internal sealed class GpxFormat : IDocumentFormat
{
    private static readonly HashSet<string> Points = ["trkpt", "wpt", "rtept"];

    /// <inheritdoc/>
    public string Name => "gpx";

    /// <inheritdoc/>
    public FormatMatch Match(DocumentHead head) => XmlProlog.RootOf(head.Text) == "gpx" ? FormatMatch.Certain : FormatMatch.None;

    /// <inheritdoc/>
    public async IAsyncEnumerable<DocumentItem> ReadAsync(DocumentContent document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = SafeXml.Open(await document.OpenTextAsync(cancellationToken), document.Limits);
        var place = new GpxPlace(NameOf(document.Hints));
        while (await reader.ReadAsync())
        {
            if (reader.NodeType == XmlNodeType.EndElement)
            {
                place.Close(reader.Depth);
                continue;
            }

            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (Points.Contains(reader.LocalName))
            {
                yield return await PointAsync(reader, place.Open(reader.Depth, reader.LocalName), place);
            }
            else if (reader.LocalName is "name" or "type" && reader.Depth <= 2 && !reader.IsEmptyElement)
            {
                var element = reader.LocalName;
                place.Say(element, await TextAsync(reader), reader.Depth);
            }
            else
            {
                place.Open(reader.Depth, reader.LocalName);
            }
        }
    }

    private static async Task<DocumentItem> PointAsync(XmlReader reader, string path, GpxPlace place)
    {
        var kind = reader.LocalName;
        var point = new TrackPoint(path) { ObjectId = place.ObjectId, Type = place.Type };
        point.Place(reader.GetAttribute("lat"), reader.GetAttribute("lon"));
        var (name, time) = ("", (string?)null);
        var depth = reader.Depth;
        while (!reader.IsEmptyElement && await reader.ReadAsync() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.IsEmptyElement)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "time" when reader.Depth == depth + 1:
                    time = await TextAsync(reader);
                    break;
                case "ele" when reader.Depth == depth + 1:
                    point.Altitude(await TextAsync(reader));
                    break;
                case "speed":
                    point.Speed(await TextAsync(reader));
                    break;
                case "course":
                    point.Course(await TextAsync(reader));
                    break;
                case "name" when reader.Depth == depth + 1:
                    name = await TextAsync(reader);
                    break;
                case "type" when reader.Depth == depth + 1:
                    point.Type = await TextAsync(reader);
                    break;
            }
        }

        point.Time("time", time);
        point.Name = name;
        point.ObjectId = kind == "wpt" && name.Length > 0 ? name : point.ObjectId;
        return point.ToItem();
    }

    // Leaves the reader on the end of the element.
    private static async Task<string> TextAsync(XmlReader reader)
    {
        var text = "";
        var depth = reader.Depth;
        while (await reader.ReadAsync() && reader.Depth > depth)
        {
            text += reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? await reader.GetValueAsync() : "";
        }

        return text.Trim();
    }

    private static string NameOf(DocumentHints hints) => Path.GetFileNameWithoutExtension(hints.FileName) is { Length: > 0 } name ? name : hints.Source;
}
