using System.Globalization;
using System.Xml;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Shapes.Validity;

namespace Truceline.GeoZone.Shapes.Formats;

/// <summary>Writes KML 2.2 (OGC 07-147r2): a placemark for each feature.</summary>
internal static class KmlWriter
{
    private const string Namespace = "http://www.opengis.net/kml/2.2";

    public static byte[] Write(IReadOnlyList<ShapeFeature> features)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("kml", Namespace);
            xml.WriteStartElement("Document", Namespace);
            foreach (var feature in features)
            {
                xml.WriteStartElement("Placemark", Namespace);
                xml.WriteElementString("name", Namespace, feature.Name);
                xml.WriteStartElement("ExtendedData", Namespace);
                foreach (var (name, value) in feature.Properties)
                {
                    xml.WriteStartElement("Data", Namespace);
                    xml.WriteAttributeString("name", name);
                    xml.WriteElementString("value", Namespace, value);
                    xml.WriteEndElement();
                }
                xml.WriteEndElement();
                if (feature.Geometry is { } geometry)
                    Geometry(xml, geometry);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        return stream.ToArray();
    }

    private static void Geometry(XmlWriter xml, Geometry geometry)
    {
        switch (geometry)
        {
            case GeometryCollection parts:
                xml.WriteStartElement("MultiGeometry", Namespace);
                foreach (var part in parts.Geometries)
                    Geometry(xml, part);
                xml.WriteEndElement();
                break;
            case Polygon polygon when !polygon.IsEmpty:
                xml.WriteStartElement("Polygon", Namespace);
                Boundary(xml, "outerBoundaryIs", polygon.Shell);
                foreach (var hole in polygon.Holes)
                    Boundary(xml, "innerBoundaryIs", hole);
                xml.WriteEndElement();
                break;
            case LineString line:
                Coordinates(xml, "LineString", line);
                break;
            case Point point when !point.IsEmpty:
                Coordinates(xml, "Point", point);
                break;
        }
    }

    private static void Boundary(XmlWriter xml, string element, LinearRing ring)
    {
        xml.WriteStartElement(element, Namespace);
        Coordinates(xml, "LinearRing", ring);
        xml.WriteEndElement();
    }

    private static void Coordinates(XmlWriter xml, string element, Geometry geometry)
    {
        xml.WriteStartElement(element, Namespace);
        xml.WriteElementString("coordinates", Namespace, string.Join(' ', geometry.Coordinates.Select(at => string.Create(CultureInfo.InvariantCulture, $"{at.X:0.#########},{at.Y:0.#########}"))));
        xml.WriteEndElement();
    }
}
