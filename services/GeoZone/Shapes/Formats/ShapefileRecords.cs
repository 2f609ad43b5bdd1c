using System.Buffers.Binary;

namespace Truceline.GeoZone.Shapes.Formats;

/// <summary>
/// Whether the records of a .shp file hold what they declare (ESRI Shapefile Technical Description, July 1998): the library that reads them makes room for as many points as a record
/// says that it has, which in a broken or hostile file is as much as memory holds.
/// </summary>
internal static class ShapefileRecords
{
    private const int FileHeader = 100;
    private const int RecordHeader = 8;
    private const int FileCode = 9994;

    /// <param name="file">The .shp file.</param>
    /// <returns>False when a record reaches beyond the file, or its parts and points beyond the record.</returns>
    public static bool AreWhole(ReadOnlySpan<byte> file)
    {
        if (file.Length < FileHeader || BinaryPrimitives.ReadInt32BigEndian(file) != FileCode)
            return false;
        for (var rest = file[FileHeader..]; rest.Length > 0;)
        {
            if (rest.Length < RecordHeader)
                return false;
            // Lengths are in units of two bytes.
            var length = 2L * BinaryPrimitives.ReadInt32BigEndian(rest[4..]);
            if (length < 4 || length > rest.Length - RecordHeader || !HoldsItsPoints(rest.Slice(RecordHeader, (int)length)))
                return false;
            rest = rest[(RecordHeader + (int)length)..];
        }
        return true;
    }

    private static bool HoldsItsPoints(ReadOnlySpan<byte> content) => BinaryPrimitives.ReadInt32LittleEndian(content) switch
    {
        0 => true,
        // A point, with z, with a measure.
        1 or 11 or 21 => content.Length >= 20,
        // Points without parts: a box, their number.
        8 or 18 or 28 => content.Length >= 40 && Holds(content, 0, BinaryPrimitives.ReadInt32LittleEndian(content[36..]), 40),
        // Lines and polygons: a box, the numbers of parts and of points.
        3 or 5 or 13 or 15 or 23 or 25 => content.Length >= 44
            && Holds(content, BinaryPrimitives.ReadInt32LittleEndian(content[36..]), BinaryPrimitives.ReadInt32LittleEndian(content[40..]), 44)
            && PartsAscend(content, BinaryPrimitives.ReadInt32LittleEndian(content[36..]), BinaryPrimitives.ReadInt32LittleEndian(content[40..])),
        _ => false,
    };

    private static bool Holds(ReadOnlySpan<byte> content, int parts, int points, int before) =>
        parts >= 0 && points >= 0 && before + 4L * parts + 16L * points <= content.Length;

    private static bool PartsAscend(ReadOnlySpan<byte> content, int parts, int points)
    {
        var last = 0;
        for (var i = 0; i < parts; i++)
        {
            var start = BinaryPrimitives.ReadInt32LittleEndian(content[(44 + 4 * i)..]);
            if (start < last || start > points)
                return false;
            last = start;
        }
        return true;
    }
}
