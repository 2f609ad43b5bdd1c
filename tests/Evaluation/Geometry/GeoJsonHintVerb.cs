using System.CommandLine;
using System.Text.Json;
using Truceline.GeoZone.Shapes.Formats;
using Truceline.GeoZone.Shapes.Validity;

namespace Truceline.Evaluation.Geometry;

/// <summary>Good and bad GeoJSON against what another project (geojsonhint, ISC) finds in it.</summary>
internal static class GeoJsonHintVerb
{
    internal static Command Create() =>
        Verb.Create("geojsonhint", "Every bad file (feeds/geojsonhint) is refused at the place that the set names, every good one accepted, read strictly.", (data, _) =>
        {
            var tally = new Tally();
            var folder = Path.Combine(data.FullName, "feeds", "geojsonhint");
            foreach (var file in Files(Path.Combine(folder, "bad")))
            {
                var read = GeoJsonReader.Read(File.ReadAllBytes(file), new ReadingMode(Strict: true));
                var name = Path.GetFileName(file);
                tally.Count("bad: refused", read.IsRefused, name, () => "it was accepted");
                using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.ChangeExtension(file, ".result")));
                var text = File.ReadAllLines(file);
                // Of the same complaint repeated through a file, the first.
                foreach (var complaint in expected.RootElement.EnumerateArray().DistinctBy(c => c.GetProperty("message").GetString()))
                {
                    // Line 0 stands for the whole.
                    var line = Math.Max(1, complaint.GetProperty("line").GetInt32());
                    var isAdvice = complaint.TryGetProperty("level", out JsonElement _);
                    tally.Count("bad: right place", read.Issues.Any(issue => IsAt(issue, line, text, isAdvice)), $"{name}:{line}",
                        () => $"{complaint.GetProperty("message").GetString()}; found {string.Join(", ", read.Issues.Select(i => $"{i.Line} {i.Path} {i.Reason}"))}");
                }
            }
            foreach (var file in Files(Path.Combine(folder, "good")))
            {
                var read = GeoJsonReader.Read(File.ReadAllBytes(file), new ReadingMode(Strict: true));
                // The set's own judge looks at no ranges; a latitude beyond the poles is refused, and that is right.
                var isOffTheGlobe = read.Issues.Any(issue => issue.Reason == "LATITUDE_OUT_OF_RANGE");
                tally.Count(isOffTheGlobe ? "good, but off the globe" : "good: accepted", read.IsRefused == isOffTheGlobe, Path.GetFileName(file),
                    () => string.Join(", ", read.Issues.Select(i => $"{i.Line} {i.Path} {i.Reason}")));
            }
            return Task.FromResult(tally.Print(Console.Out, 1));
        });

    private static IOrderedEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.geojson").Order(StringComparer.Ordinal);

    /// <summary>Whether an issue stands on a line, or in the innermost bracket that opens on it; for advice on a whole geometry, in any.</summary>
    private static bool IsAt(GeometryIssue issue, int line, string[] text, bool isAdvice)
    {
        if (issue.Line == line)
            return true;
        var depth = 0;
        for (var (row, column) = (issue.Line - 1, issue.Column - 2); row >= 0; row--, column = row >= 0 ? text[row].Length - 1 : 0)
        {
            for (; column >= 0; column--)
            {
                var sign = text[row][column];
                depth += sign is ']' or '}' ? 1 : sign is '[' or '{' ? -1 : 0;
                if (depth < 0 && (row + 1 == line || !isAdvice))
                    return row + 1 == line;
                depth = Math.Max(depth, 0);
            }
        }
        return false;
    }
}
