using System.CommandLine;
using System.Globalization;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Training.Gazetteers;

/// <summary>The verb <c>place</c>: shows what the shipped gazetteer knows of names.</summary>
internal static class PlaceCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("names") { Description = "Names to look up." };
        var command = new Command("place", "Shows the places that bear a name.") { names };
        command.SetAction(parsed =>
        {
            var gazetteer = Gazetteer.Load();
            foreach (var name in parsed.GetRequiredValue(names))
            {
                Console.WriteLine($"{name} ({NameKey.Loose(name)})");
                var matches = gazetteer.Find(name);
                foreach (var match in matches.Count > 0 ? matches : gazetteer.FindBySkeleton(name))
                    Console.WriteLine(Describe(match));
            }
            return 0;
        });
        return command;
    }

    private static string Describe(NameMatch match)
    {
        var place = match.Place;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {match.Fit,-8} {(match.IsMainName ? "main" : "")} {place.Id} {place.Name} ({place.Kind}, {place.Division ?? place.Country}) {place.Latitude:F4} {place.Longitude:F4} ±{place.RadiusMetres / 1000:F0} km, {place.Population}");
    }
}
