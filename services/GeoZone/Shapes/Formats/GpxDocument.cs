using System.Globalization;
using System.Xml;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Shapes.Validity;

namespace Truceline.GeoZone.Shapes.Formats;

/// <summary>GPX 1.1: waypoints are points, routes and the segments of tracks lines. Own reading, for the line and column of what is wrong.</summary>
internal static class GpxDocument
{
    private const string Namespace = "http://www.topografix.com/GPX/1/1";

    public static ShapeDocument Read(byte[] document, ReadingMode mode)
    {
        var (features, issues) = (new List<ShapeFeature>(), new IssueList());
        var places = new Dictionary<string, (int Line, int Column)>();
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(document), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersFromEntities = 1024 });
            xml.MoveToContent();
            if (xml.LocalName != "gpx")
                return ShapeReading.Refuse(At(new("", "NOT_GPX", "The root element must be gpx.", IssueWeight.Fatal), xml));
            Elements(xml, features, issues, places);
        }
        catch (XmlException broken)
        {
            return ShapeReading.Refuse(new GeometryIssue("", "XML_SYNTAX", "The text is no well-formed XML here, or declares a document type.", IssueWeight.Fatal) { Line = broken.LineNumber, Column = broken.LinePosition });
        }
        return ShapeReading.Finish(features, issues, mode, issue => places.TryGetValue(issue.Path, out var place) ? issue with { Line = place.Line, Column = place.Column } : issue);
    }

    public static byte[] Write(IReadOnlyList<ShapeFeature> features)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("gpx", Namespace);
            xml.WriteAttributeString("version", "1.1");
            xml.WriteAttributeString("creator", "Truceline");
            // The schema wants points first, then tracks.
            foreach (var feature in features)
            {
                foreach (var (at, _) in CoordinatePaths.Of(feature.Geometry ?? Point.Empty, "").Where(part => part.At.Count == 1))
                    Position(xml, "wpt", at, 0, feature.Name);
            }
            foreach (var feature in features)
                Track(xml, feature);
            xml.WriteEndElement();
        }
        return stream.ToArray();
    }

    private static void Elements(XmlReader xml, List<ShapeFeature> features, IssueList issues, Dictionary<string, (int, int)> places)
    {
        // The waypoint that a name may belong to.
        int? waypoint = null;
        var (name, counts, line, path) = ("", new Dictionary<string, int>(), new List<Coordinate>(), "");
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName is "rte" or "trkseg" && xml.NodeType == XmlNodeType.EndElement)
            {
                if (line.Count == 1)
                    issues.Add(At(new(path, "TOO_FEW_POINTS", "A line needs two or more positions.", IssueWeight.Fatal), xml));
                else if (line.Count > 1)
                    features.Add(new(name, GeometryFactory.Default.CreateLineString([.. line]), path, ShapeFeature.NoProperties));
            }
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.Depth == 1)
                waypoint = null;
            switch (xml.LocalName)
            {
                case "rte" or "trkseg":
                    path = $"{xml.LocalName}[{Next(counts, xml.LocalName)}]";
                    (line, name) = ([], xml.LocalName == "rte" ? "" : name);
                    break;
                case "trk":
                    name = "";
                    break;
                case "name" when xml.Depth == 2 && waypoint is { } at:
                    features[at] = features[at] with { Name = xml.ReadString() };
                    break;
                case "name" when xml.Depth == 2:
                    name = xml.ReadString();
                    break;
                case "rtept" or "trkpt":
                    var place = $"{path}[{line.Count}]";
                    if (Read(xml, place, issues, places) is { } on)
                        line.Add(on);
                    break;
                case "wpt":
                    var point = $"wpt[{Next(counts, "wpt")}]";
                    if (Read(xml, point, issues, places) is not { } alone)
                        break;
                    waypoint = features.Count;
                    features.Add(new("", GeometryFactory.Default.CreatePoint(alone), point, ShapeFeature.NoProperties));
                    break;
            }
        }
    }

    private static Coordinate? Read(XmlReader xml, string path, IssueList issues, Dictionary<string, (int, int)> places)
    {
        if (xml is IXmlLineInfo info && places.Count < 100_000)
            places[path] = (info.LineNumber, info.LinePosition);
        if (double.TryParse(xml.GetAttribute("lon"), NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            && double.TryParse(xml.GetAttribute("lat"), NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude))
            return new(longitude, latitude);
        issues.Add(At(new(path, "NOT_A_NUMBER", "The attributes lat and lon must be numbers.", IssueWeight.Fatal), xml));
        return null;
    }

    private static void Track(XmlWriter xml, ShapeFeature feature)
    {
        var lines = CoordinatePaths.Of(feature.Geometry ?? Point.Empty, "").Where(part => part.At.Count > 1).ToList();
        if (lines.Count == 0)
            return;
        xml.WriteStartElement("trk", Namespace);
        if (feature.Name.Length > 0)
            xml.WriteElementString("name", Namespace, feature.Name);
        foreach (var (at, _) in lines)
        {
            xml.WriteStartElement("trkseg", Namespace);
            for (var i = 0; i < at.Count; i++)
                Position(xml, "trkpt", at, i, "");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Position(XmlWriter xml, string element, CoordinateSequence at, int i, string name)
    {
        xml.WriteStartElement(element, Namespace);
        xml.WriteAttributeString("lat", Math.Round(at.GetY(i), 9).ToString("0.#########", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("lon", Math.Round(at.GetX(i), 9).ToString("0.#########", CultureInfo.InvariantCulture));
        if (name.Length > 0)
            xml.WriteElementString("name", Namespace, name);
        xml.WriteEndElement();
    }

    private static int Next(Dictionary<string, int> counts, string key) => (counts[key] = counts.GetValueOrDefault(key) + 1) - 1;

    private static GeometryIssue At(GeometryIssue issue, XmlReader xml) =>
        xml is IXmlLineInfo info ? issue with { Line = info.LineNumber, Column = info.LinePosition } : issue;
}
