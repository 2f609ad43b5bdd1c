using System.CommandLine;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Training.Gazetteers;

/// <summary>The verb <c>gazetteer</c>: compiles the gazetteer from its free sources.</summary>
internal static class GazetteerCommand
{
    public static Command Create()
    {
        var cities = new Option<FileInfo>("--cities") { Description = "GeoNames cities500.txt.", Required = true };
        var wof = new Option<DirectoryInfo>("--wof") { Description = "Folder with Who's On First extracts, wof_XX.jsonl.", Required = true };
        var divisions = new Option<FileInfo>("--divisions") { Description = "GeoNames first-order divisions as JSON: [{code, name}].", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "File to write.", Required = true };
        var command = new Command("gazetteer", "Compiles the gazetteer into one compressed file.") { cities, wof, divisions, output };
        command.SetAction(parsed =>
        {
            var places = GeoNamesReader.Read(parsed.GetRequiredValue(cities)).ToList();
            var selected = GazetteerSelection.Select(
                places,
                GeoNamesDivisions.Read(parsed.GetRequiredValue(divisions), places),
                parsed.GetRequiredValue(wof).EnumerateFiles("wof_*.jsonl").OrderBy(f => f.Name, StringComparer.Ordinal).SelectMany(WhosOnFirstReader.Read));
            using var stream = parsed.GetRequiredValue(output).Create();
            GazetteerFile.Write(stream, selected);
            Console.WriteLine($"{selected.Count} places, {stream.Length} bytes");
            return 0;
        });
        return command;
    }
}
