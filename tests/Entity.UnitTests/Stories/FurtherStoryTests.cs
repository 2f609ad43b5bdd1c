using System.Text.Json.Nodes;

namespace Truceline.Entity.UnitTests.Stories;

/// <summary>What the gold of every story says of its text is so, those of the folders Next and Unseen included. Nothing is read here.</summary>
public sealed class FurtherStoryTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Stories");

    public static TheoryData<string> Further => [.. Names("Next").Concat(Names("Unseen"))];

    [Fact]
    public void Load_Folders_HoldFiveStoriesEach()
    {
        Assert.Equal(5, Names("Next").Count());
        Assert.Equal(5, Names("Unseen").Count());
        Assert.Empty(GoldStory.Names.Intersect(Names("Next").Concat(Names("Unseen")).Select(n => n.Split('/')[1])));
    }

    [Theory]
    [MemberData(nameof(Further))]
    public void Load_Story_SpansHoldTheirWords(string name)
    {
        var story = GoldStory.Load(name);
        var texts = Items(story, "entities").SelectMany(e => e["mentions"]!.AsArray()).Concat(Items(story, "dates")).Concat(Items(story, "quantities"));

        Assert.All(texts, n => Assert.Equal(Of(n!, "text"), Words(story, n!)));
        Assert.All(Items(story, "claims"), c => Assert.Equal(Of(c, "evidence"), Words(story, c)));
    }

    [Theory]
    [MemberData(nameof(Further))]
    public void Load_Story_ClaimsPointAtItsEntitiesAndDates(string name)
    {
        var story = GoldStory.Load(name);
        var ids = story.Entities.Select(e => e.Id).ToList();
        var dates = story.Dates.Select(d => d.Value).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(story.Claims, c =>
        {
            Assert.All(c.Actors.Concat(new[] { c.Place, c.Speaker, c.Source }.OfType<string>()), id => Assert.Contains(id, ids));
            Assert.All(new[] { c.Date, c.Deadline }.OfType<string>(), d => Assert.Contains(d, dates));
        });
    }

    [Theory]
    [MemberData(nameof(Further))]
    public void Load_Story_IsAReportOfUsualLengthWithAllKindsOfClaims(string name)
    {
        var story = GoldStory.Load(name);

        Assert.InRange(story.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 180, 350);
        Assert.StartsWith(story.DatelinePlace, story.Text, StringComparison.Ordinal);
        Assert.Contains(story.Published, story.Dates.Select(d => DateOnly.TryParse(d.Value, out var day) ? day : default));
        Assert.Equal(4, story.Claims.Select(c => c.Kind).Distinct().Count());
        Assert.True(story.Entities.Count >= 20 && story.Dates.Count >= 6 && story.Quantities.Count >= 2 && story.Claims.Count >= 15, name);
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.txt").Select(f => $"{folder}/{Path.GetFileNameWithoutExtension(f)}").Order(StringComparer.Ordinal);

    private static IEnumerable<JsonNode> Items(GoldStory story, string name) => story.Gold[name]!.AsArray().Select(n => n!);

    private static string Of(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static string Words(GoldStory story, JsonNode node) => story.Text[node["span"]![0]!.GetValue<int>()..node["span"]![1]!.GetValue<int>()];
}
