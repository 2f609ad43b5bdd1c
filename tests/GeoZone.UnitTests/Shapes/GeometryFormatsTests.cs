using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Shapes;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.Shapes.Formats;
using Truceline.GeoZone.Shapes.Validity;
using Truceline.GeoZone.V1;
using PolygonShape = Truceline.GeoZone.Shapes.Drawing.PolygonShape;

namespace Truceline.GeoZone.UnitTests.Shapes;

public sealed class GeometryFormatsTests
{
    private static readonly DrawnZone Zone = ZoneDrawer.Draw(new PolygonShape(
    [
        new(Drawn.Line((0, 10), (0, 14), (4, 14), (4, 10)), [Drawn.Line((1, 11), (2, 11), (2, 12), (1, 12))]),
        new(Drawn.Line((20, 178), (20, -178), (24, -178), (24, 178)), []),
    ]));

    private static readonly double[] Longitudes = [-180, 180, 179, 0, 1, 2, 3, 200, -1e300];
    private static readonly double[] Latitudes = [-90, 90, 0, 1, 2, 3, 89];
    // Far more than a document of some kilobytes needs, far less than what one may declare.
    private const long MostAllocatedBytes = 64 << 20;

    private static readonly GeometryFormat[] Readable = [GeometryFormat.Geojson, GeometryFormat.Wkt, GeometryFormat.Gpx, GeometryFormat.Geopackage, GeometryFormat.Shapefile];

    [Theory]
    [InlineData(GeometryFormat.Geojson)]
    [InlineData(GeometryFormat.Wkt)]
    [InlineData(GeometryFormat.Geopackage)]
    [InlineData(GeometryFormat.Shapefile)]
    public void Read_WhatWasWritten_IsTheSameArea(GeometryFormat format)
    {
        var read = GeometryFormats.Read(format, GeometryFormats.Write(format, ZoneFeatures.Of(Zone, "north")), default);
        Assert.False(read.IsRefused, string.Join(" ", read.Issues));
        var area = Overlay.Areas(Assert.Single(read.Features).Geometry!);
        Assert.Equal(3, area.NumGeometries);
        Assert.True(area.EqualsTopologically(Zone.Inside));
        Assert.Equal(Zone.Inside.AreaM2(), read.AreaAfterM2, 1.0);
    }

    [Fact]
    public void Read_WrittenGpx_HasTheRingsAsLines()
    {
        var read = GeometryFormats.Read(GeometryFormat.Gpx, GeometryFormats.Write(GeometryFormat.Gpx, ZoneFeatures.Of(Zone, "north")), default);
        Assert.Equal(4, read.Features.Count);
        Assert.All(read.Features, feature => Assert.Equal("north", feature.Name));
        Assert.Equal(Zone.Inside.NumPoints, read.Features.Sum(feature => feature.Geometry!.NumPoints));
    }

    [Fact]
    public void Write_Kml_HasAPlacemarkWithEveryRing()
    {
        var kml = XDocument.Parse(Encoding.UTF8.GetString(GeometryFormats.Write(GeometryFormat.Kml, ZoneFeatures.Of(Zone, "north & south"))));
        XNamespace ns = "http://www.opengis.net/kml/2.2";
        Assert.Equal("north & south", kml.Descendants(ns + "name").Single().Value);
        Assert.Equal(3, kml.Descendants(ns + "outerBoundaryIs").Count());
        Assert.Single(kml.Descendants(ns + "innerBoundaryIs"));
    }

    [Theory]
    [InlineData(GeometryFormat.Wkt, "POINT (1 2)\nPOLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))", "line[2][0][0]", "SELF_INTERSECTION", 2)]
    [InlineData(GeometryFormat.Wkt, "POINT (1 2)\n\nPOLYGONE ((0 0))", "line[3]", "WKT_SYNTAX", 3)]
    [InlineData(GeometryFormat.Wkt, "POLYGON ((0 0, 4 4, 4 0, 0 4))", "line[1]", "RING_NOT_CLOSED", 1)]
    [InlineData(GeometryFormat.Wkt, "POINT (1 95)", "line[1][0]", "LATITUDE_OUT_OF_RANGE", 1)]
    [InlineData(GeometryFormat.Gpx, "<gpx>\n<wpt lat='5' lon='x'/></gpx>", "wpt[0]", "NOT_A_NUMBER", 2)]
    [InlineData(GeometryFormat.Gpx, "<gpx><rte>\n<rtept lat='5' lon='3'/>\n<rtept lat='99' lon='3'/></rte></gpx>", "rte[0][1]", "LATITUDE_OUT_OF_RANGE", 3)]
    [InlineData(GeometryFormat.Gpx, "<gpx><trk>", "", "XML_SYNTAX", 1)]
    [InlineData(GeometryFormat.Gpx, "<kml/>", "", "NOT_GPX", 1)]
    [InlineData(GeometryFormat.Geopackage, "no database at all", "", "NOT_A_GEOPACKAGE", 0)]
    [InlineData(GeometryFormat.Shapefile, "no zip", "", "MALFORMED_SHAPEFILE", 0)]
    public void Read_Invalid_IsRefusedWithThePlace(GeometryFormat format, string text, string path, string reason, int line)
    {
        var read = GeometryFormats.Read(format, Encoding.UTF8.GetBytes(text), default);
        Assert.True(read.IsRefused);
        Assert.Contains(read.Issues, issue => (issue.Path, issue.Reason, issue.Line) == (path, reason, line));
    }

    [Fact]
    public void Read_MutatedDocument_NeitherThrowsNorGivesInvalidGeometry()
    {
        var documents = Readable.Select(format => (Format: format, Bytes: GeometryFormats.Write(format, ZoneFeatures.Of(Zone, "north")))).ToArray();
        Gen.Select(Gen.Int[0, documents.Length - 1], Changes, Gen.Bool).Sample((which, changes, repair) =>
            ReadChanged(documents[which].Format, Changed(documents[which].Bytes, changes), repair), iter: 600);
    }

    [Fact]
    public void Read_MutatedPartsOfAShapefile_NeitherThrowsNorGivesInvalidGeometry()
    {
        var document = GeometryFormats.Write(GeometryFormat.Shapefile, ZoneFeatures.Of(Zone, "north"));
        Gen.Select(Gen.Bool, Changes, Gen.Bool).Sample((isTable, changes, repair) =>
            ReadChanged(GeometryFormat.Shapefile, WithPart(document, isTable ? ".dbf" : ".shp", bytes => Changed(bytes, changes)), repair), iter: 600);
    }

    [Fact]
    public void Read_GeoPackageWithANamelessTable_IsRefused()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = "CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id); INSERT INTO gpkg_geometry_columns VALUES (NULL, 'geom', 4326)";
                command.ExecuteNonQuery();
            }
            var read = GeometryFormats.Read(GeometryFormat.Geopackage, File.ReadAllBytes(file), default);
            Assert.True(read.IsRefused);
            Assert.Equal("NOT_A_GEOPACKAGE", Assert.Single(read.Issues).Reason);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(36, 1 << 28)]
    [InlineData(40, 1 << 28)]
    [InlineData(40, -1)]
    [InlineData(44, 1 << 20)]
    public void Read_ShapefileThatDeclaresMoreThanItHolds_IsRefused(int field, int value)
    {
        const int firstRecord = 100 + 8;
        var document = WithPart(GeometryFormats.Write(GeometryFormat.Shapefile, ZoneFeatures.Of(Zone, "north")), ".shp", bytes =>
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(firstRecord + field), value);
            return bytes;
        });
        var read = GeometryFormats.Read(GeometryFormat.Shapefile, document, default);
        Assert.True(read.IsRefused);
        Assert.Equal((".shp", "MALFORMED_SHAPEFILE"), (read.Issues[0].Path, read.Issues[0].Reason));
    }

    [Fact]
    public void Read_RandomRings_NeitherThrowsNorGivesInvalidGeometry() =>
        Gen.Select(Gen.Select(Gen.Int[0, Longitudes.Length - 1], Gen.Int[0, Latitudes.Length - 1]).Array[0, 12], Gen.Bool).Sample((points, repair) =>
        {
            var text = string.Join(',', points.Append(points.Length > 0 ? points[0] : (0, 0)).Select(p => FormattableString.Invariant($"[{Longitudes[p.Item1]:R},{Latitudes[p.Item2]:R}]")));
            AssertSound(GeoJsonReader.Read(Encoding.UTF8.GetBytes($"{{\"type\":\"Polygon\",\"coordinates\":[[{text}]]}}"), new(Repair: repair)));
        }, iter: 600);

    private static Gen<(int At, byte Value)[]> Changes => Gen.Select(Gen.Int[0, int.MaxValue], Gen.Byte).Array[1, 8];

    private static byte[] Changed(byte[] document, (int At, byte Value)[] changes)
    {
        var bytes = document.ToArray();
        foreach (var (at, value) in changes)
            bytes[at % bytes.Length] = value;
        return bytes;
    }

    private static byte[] WithPart(byte[] document, string extension, Func<byte[], byte[]> change)
    {
        using var stream = new MemoryStream();
        stream.Write(document);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.Entries.Single(entry => entry.Name.EndsWith(extension, StringComparison.Ordinal)).Open();
            var bytes = new byte[part.Length];
            part.ReadExactly(bytes);
            part.Position = 0;
            part.Write(change(bytes));
        }
        return stream.ToArray();
    }

    private static void ReadChanged(GeometryFormat format, byte[] document, bool repair)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        AssertSound(GeometryFormats.Read(format, document, new(Repair: repair)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocatedBytes);
    }

    private static void AssertSound(ShapeDocument read)
    {
        Assert.True(!read.IsRefused || read.Issues.Count > 0 && read.Features.Count == 0);
        foreach (var geometry in read.Features.Select(feature => feature.Geometry).OfType<Geometry>())
        {
            Assert.All(geometry.Coordinates, at => Assert.True(Math.Abs(at.X) <= 180 && Math.Abs(at.Y) <= 90));
            var issues = new IssueList();
            GeometryChecker.Check(geometry, "", issues);
            Assert.Empty(issues.All);
        }
    }
}
