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
            Line(text, i + 1, Encoding.UTF8.GetByteCount(lines[i].AsSpan(0, lines[i].IndexOf(text[0], StringComparison.Ordinal))), mode, features, issues);
        }
        return ShapeReading.Finish(features, issues, mode, issue => issue with { Line = LineOf(issue.Path), Column = 1 });
    }

    /// <param name="text">The line without spaces around it.</param>
    /// <param name="line">Its number, from 1.</param>
    /// <param name="before">How many bytes stand before it.</param>
    /// <param name="mode">How to take what is wrong.</param>
    /// <param name="features">Takes the geometry.</param>
    /// <param name="issues">Takes what is wrong.</param>
    private static void Line(string text, int line, int before, ReadingMode mode, List<ShapeFeature> features, IssueList issues)
    {
        var path = $"line[{line}]";
        if (IsTooDeep(text))
        {
            issues.Add(new(path, "TOO_DEEP", $"Geometries may be nested {MostDepth} deep.", IssueWeight.Fatal) { Line = line, Column = before + 1 });
            return;
        }
        if (WktSyntax.Check(text, out var begin) is { } fault)
        {
            issues.Add(new(path, fault.Reason, fault.Message, IssueWeight.Fatal) { Line = line, Column = before + Encoding.UTF8.GetByteCount(text.AsSpan(0, fault.At)) + 1 });
            return;
        }
        try
        {
            features.Add(new("", Geometry(text[begin..], isMended: false), path, ShapeFeature.NoProperties));
        }
        catch (ArgumentException)
        {
            issues.Add(new(path, "RING_NOT_CLOSED", "A ring needs four or more positions, the last the same as the first; a line two; repaired, they are repeated.", IssueWeight.Repairable)
            { Line = line, Column = before + 1 });
            if (mode.Repair)
                Mended(text[begin..], path, line, features, issues);
        }
        // The library throws whatever comes of the characters that it meets.
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            issues.Add(Unread(path, line));
        }
    }

    private static void Mended(string text, string path, int line, List<ShapeFeature> features, IssueList issues)
    {
        try
        {
            features.Add(new("", Geometry(text, isMended: true), path, ShapeFeature.NoProperties));
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            issues.Add(Unread(path, line));
        }
    }

    private static Geometry Geometry(string text, bool isMended) => new WKTReader { IsOldNtsCoordinateSyntaxAllowed = false, FixStructure = isMended }.Read(text);

    private static GeometryIssue Unread(string path, int line) => new(path, "WKT_SYNTAX", "The line is no well-known text.", IssueWeight.Fatal) { Line = line, Column = 1 };

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
