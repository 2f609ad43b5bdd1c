using System.Globalization;
using Truceline.Entity.Reading;
using Truceline.Entity.UnitTests.Stories;

namespace Truceline.Entity.UnitTests.Places;

/// <summary>Towns, crossings and valleys of some thirty ceasefires, told in plain sentences: each is recognised, and placed in the right state.</summary>
public sealed class WatchedPlacesTests
{
    private static readonly DateOnly Published = new(2020, 6, 1);

    [Theory]
    [InlineData("In {0}, the truce was broken on Monday. Shelling hit {1} overnight, officials said.")]
    [InlineData("Fighting broke out in {1} on Monday, said monitors of the ceasefire in {0}.")]
    [InlineData("The army of {0} holds {1} and the road to the north.")]
    public void Read_PlaceOfAWatchedState_IsFoundAndPlaced(string sentence)
    {
        var (right, all, wrong) = (0, 0, new List<string>());
        foreach (var (state, isos, place) in Watched())
        {
            all++;
            var entities = SharedReader.Read(string.Format(CultureInfo.InvariantCulture, sentence, state, place), Published).Entities;
            var found = entities.FirstOrDefault(e => e.Type is EntityType.Location or EntityType.Facility && e.Mentions.Any(m => m.Span.Length >= place.Length) && e.Name != state && e.Places.Count > 0);
            if (found is not null && isos.Contains(found.Country ?? ""))
                right++;
            else
                wrong.Add($"{place} ({found?.Country ?? "not found"})");
        }
        Assert.True(right >= LeastShare * all, $"{right} of {all}; not {string.Join(", ", wrong)}");
    }

    private const double LeastShare = 0.96;

    private static IEnumerable<(string State, string[] Isos, string Place)> Watched() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Places", "watched-places.tsv")).Where(l => !l.StartsWith('#'))
            .Select(l => l.Split('\t')).SelectMany(c => c[2].Split('|'), (c, place) => (c[0], c[1].Split('|'), place));
}
