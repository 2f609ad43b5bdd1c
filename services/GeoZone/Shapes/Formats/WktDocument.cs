using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Truceline.GeoZone.Shapes.Validity;

namespace Truceline.GeoZone.Shapes.Formats;

/// <summary>Well-known text (OGC Simple Features), one geometry a line; empty lines are passed over.</summary>
internal static class WktDocument
{
    private const int MostDepth = 64;

    public static ShapeDocument Read(ReadOnlySpan<byte> document, ReadingMode mode)
    {
        var (features, issues) = (new List<ShapeFeature>(), new IssueList());
        var lines = Encoding.UTF8.GetString(document).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var text = lines[i].Trim(' ', '\t', '\r', '\uFEFF');
            if (text.Length == 0)
                continue;
            var path = $"line[{i + 1}]";
            try
            {
                if (IsTooDeep(text))
                    issues.Add(new(path, "TOO_DEEP", $"Geometries may be nested {MostDepth} deep.", IssueWeight.Fatal) { Line = i + 1, Column = 1 });
                else
                    features.Add(new("", new WKTReader { IsOldNtsCoordinateSyntaxAllowed = false, FixStructure = mode.Repair }.Read(text), path, ShapeFeature.NoProperties));
            }
            // The library throws whatever comes of the characters that it meets.
            catch (Exception wrong) when (wrong is not OutOfMemoryException)
            {
                var isOpen = wrong is ArgumentException;
                issues.Add(new(path, isOpen ? "RING_NOT_CLOSED" : "WKT_SYNTAX",
                    isOpen ? "A ring needs four or more positions, the last the same as the first; a line two." : "The line is no well-known text.",
                    isOpen && !mode.Repair ? IssueWeight.Repairable : IssueWeight.Fatal)
                { Line = i + 1, Column = 1 });
            }
        }
        return ShapeReading.Finish(features, issues, mode, issue => issue with { Line = LineOf(issue.Path), Column = 1 });
    }

    public static byte[] Write(IReadOnlyList<ShapeFeature> features)
    {
        var writer = new WKTWriter { PrecisionModel = new PrecisionModel(1e9) };
        return Encoding.UTF8.GetBytes(string.Concat(features.Where(f => f.Geometry is not null).Select(f => writer.Write(f.Geometry) + "\n")));
    }

    private static bool IsTooDeep(string text)
    {
        var (depth, most) = (0, 0);
        foreach (var sign in text)
        {
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            most = Math.Max(most, depth);
        }
        return most > MostDepth;
    }

    private static int LineOf(string path) =>
        int.TryParse(path.AsSpan("line[".Length, path.IndexOf(']', StringComparison.Ordinal) - "line[".Length), CultureInfo.InvariantCulture, out var line) ? line : 0;
}
