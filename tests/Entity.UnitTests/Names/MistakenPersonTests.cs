using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Header;
using Truceline.Entity.Reading.Knowledge;
using Truceline.Entity.Reading.Names;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.UnitTests.Places;

namespace Truceline.Entity.UnitTests.Names;

/// <summary>Names that a tagger takes for persons: what names a place stays one, a person stays a person.</summary>
public sealed class MistakenPersonTests
{
    private static readonly StateNames States = new(SharedGazetteer.Instance.Countries);
    private static readonly Vocabulary Words = new();
    private static readonly People People =
        new(States, Words, new Offices(), SharedGazetteer.Instance, KnowledgeBase.Load(SharedGazetteer.Instance.Countries));
    private static readonly Toponyms Toponyms = new(States, SharedGazetteer.Instance);

    [Theory]
    [InlineData("Shells killed 4 civilians in Maarat al-Numan on Friday, doctors said. Syria denied it.", "Maarat al-Numan")]
    [InlineData("A drone hit a bakery near Jisr al-Shughur at dawn, residents of northern Syria said.", "Jisr al-Shughur")]
    [InlineData("Guards in Abu al-Duhur let the Syrian convoy pass.", "Abu al-Duhur")]
    public void Find_PlaceTaggedAsPerson_IsAPlace(string text, string name) =>
        Assert.Equal([EntityType.Location], TypesOf(text, name));

    [Theory]
    [InlineData("Colonel Marwan Haddad inspected the posts in Idlib, Syria, on Monday.", "Marwan Haddad")]
    [InlineData("The envoys met Karim Antar in Amman before the talks.", "Karim Antar")]
    public void Find_PersonTaggedAsPerson_IsAPerson(string text, string name) =>
        Assert.Equal([EntityType.Person], TypesOf(text, name));

    /// <summary>What a name is read as when the tagger says that it is a person, and is sure.</summary>
    private static List<EntityType> TypesOf(string words, string name)
    {
        var text = SegmentedText.Of(words);
        var span = new TextSpan(words.IndexOf(name, StringComparison.Ordinal), words.IndexOf(name, StringComparison.Ordinal) + name.Length);
        var (first, end) = text.TokensIn(span);
        var header = HeaderReader.Read(text, new ReadingContext(null, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)));
        var context = new MentionContext(AtomRow.Of(text, header.Body), header, [new TaggedSpan(first, end - first, EntityType.Person, 0.99f)]);
        context.AddFree(People.Find(context));
        context.AddFree(Toponyms.Find(context));
        return [.. context.Found.Where(m => context.Atoms.TextOf(m.First, m.Last) == name).Select(m => m.Type)];
    }
}
