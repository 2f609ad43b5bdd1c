using System.Runtime.CompilerServices;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Json;

namespace Truceline.Ingest.Formats.Tracks;

/// <summary>
/// Positions in GeoJSON (RFC 7946): features, collections of features, text sequences of them (RFC 8142) and lines, read one by one. A point takes its time from the feature's
/// properties; the points of a line or a set of points take theirs from the list that converters of tracks write (<c>coordTimes</c>, <c>times</c>,
/// <c>coordinateProperties.times</c>). A feature that is no position, or has no time, is a fault.
/// </summary>
internal sealed class GeoJsonFormat : IDocumentFormat
{
    private static readonly HashSet<string> Types =
        ["Feature", "FeatureCollection", "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"];

    /// <inheritdoc/>
    public string Name => "geojson";

    /// <inheritdoc/>
    public FormatMatch Match(DocumentHead head)
    {
        var text = head.Text.AsSpan().TrimStart().TrimStart('\u001e').TrimStart();
        var members = JsonMembers.Of((text is ['[', ..] ? text[1..] : text).ToString());
        var isTyped = members.TryGetValue("type", out var type) && Types.Contains(type.Trim('"'));
        var isShaped = members.ContainsKey("geometry") || members.ContainsKey("coordinates") || members.ContainsKey("features") || head.Text.Contains("\"features\"", StringComparison.Ordinal);
        return isTyped ? isShaped ? FormatMatch.Certain : FormatMatch.Likely : FormatMatch.None;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DocumentItem> ReadAsync(DocumentContent document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in JsonItems.ReadAsync(document, "features", cancellationToken))
        {
            foreach (var point in Points(item, document))
            {
                yield return point;
            }
        }
    }

    private static IReadOnlyList<DocumentItem> Points(JsonItem item, DocumentContent document)
    {
        try
        {
            using var source = JsonSource.Read(item.Piece.Raw, document.Limits);
            return new GeoJsonFeature(item, document.Hints).Read(source.Root);
        }
        catch (DocumentRefusedException fault)
        {
            return [TrackPoint.Fault(item.Path, fault.Path, fault.Message, fault.Reason, item.Piece.Raw)];
        }
    }
}
