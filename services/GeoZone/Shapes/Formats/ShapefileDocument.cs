using System.IO.Compression;
using System.Text;
using NetTopologySuite.Features;
using NetTopologySuite.IO.Esri;
using NetTopologySuite.IO.Esri.Shapefiles.Readers;
using Truceline.GeoZone.Shapes.Validity;

namespace Truceline.GeoZone.Shapes.Formats;

/// <summary>A zip with an Esri shapefile, in WGS 84.</summary>
internal static class ShapefileDocument
{
    private const long MostBytes = 64 * 1024 * 1024;
    private const string Projection =
        "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    // What is wrong with rings is said at their place by our own checks.
    private static ShapefileReaderOptions AsItStands => new() { GeometryBuilderMode = GeometryBuilderMode.IgnoreInvalidShapes };

    public static ShapeDocument Read(byte[] document, ReadingMode mode)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(document), ZipArchiveMode.Read);
            if (Part(zip, ".shp") is not { } shapes || Part(zip, ".dbf") is not { } table)
                return Refuse("", "MISSING_PART", "The zip needs a .shp and a .dbf of at most 64 MiB.");
            if (Part(zip, ".prj") is { } projection && Encoding.UTF8.GetString(projection.ToArray()) is var text && !text.StartsWith("GEOGCS", StringComparison.OrdinalIgnoreCase))
                return Refuse(".prj", "UNKNOWN_REFERENCE_SYSTEM", "Only longitude and latitude are read, not projected coordinates.");
            if (!ShapefileRecords.AreWhole(shapes.GetBuffer().AsSpan(0, (int)shapes.Length)))
                return Refuse(".shp", "MALFORMED_SHAPEFILE", "A record is of no known type, or its parts and points do not lie within it.");
            var features = Shapefile.ReadAllFeatures(shapes, table, AsItStands).Select((feature, i) => new ShapeFeature(Name(feature), feature.Geometry, $"shape[{i}]", ShapeFeature.NoProperties)).ToList();
            return ShapeReading.Finish(features, new IssueList(), mode);
        }
        // The library throws whatever comes of the bytes that it meets.
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return Refuse("", "MALFORMED_SHAPEFILE", "The document is no zip of a shapefile, or is broken.");
        }
    }

    public static byte[] Write(IReadOnlyList<ShapeFeature> features)
    {
        using var shp = new MemoryStream();
        using var shx = new MemoryStream();
        using var dbf = new MemoryStream();
        using var prj = new MemoryStream();
        Shapefile.WriteAllFeatures(
            features.Where(feature => feature.Geometry is not null).Select(feature => new Feature(feature.Geometry, new AttributesTable
            {
                { "name", feature.Name },
                { "certainty", feature.Properties.GetValueOrDefault("certainty") ?? "" },
            })),
            shp, shx, dbf, prj, Projection, Encoding.UTF8);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (extension, bytes) in new[] { ("shp", shp.ToArray()), ("shx", shx.ToArray()), ("dbf", dbf.ToArray()), ("prj", Encoding.ASCII.GetBytes(Projection)), ("cpg", "UTF-8"u8.ToArray()) })
            {
                using var entry = zip.CreateEntry($"zones.{extension}").Open();
                entry.Write(bytes);
            }
        }
        return stream.ToArray();
    }

    private static string Name(IFeature feature) =>
        feature.Attributes.GetNames().FirstOrDefault(name => name.Equals("name", StringComparison.OrdinalIgnoreCase)) is { } name ? feature.Attributes[name]?.ToString() ?? "" : "";

    private static MemoryStream? Part(ZipArchive zip, string extension)
    {
        if (zip.Entries.FirstOrDefault(entry => entry.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) is not { } entry)
            return null;
        // What the zip says of its sizes need not be so.
        using var stream = entry.Open();
        var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > MostBytes)
                return null;
            bytes.Write(buffer, 0, read);
        }
        bytes.Position = 0;
        return bytes;
    }

    private static ShapeDocument Refuse(string path, string reason, string message) =>
        ShapeReading.Refuse(new GeometryIssue(path, reason, message, IssueWeight.Fatal));
}
