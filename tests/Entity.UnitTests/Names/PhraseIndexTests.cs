using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Names;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.UnitTests.Names;

public sealed class PhraseIndexTests
{
    [Theory]
    [InlineData("the Free Syrian Army fled", "Free Syrian Army|Free Syrian", "Free Syrian Army")]
    [InlineData("three rocket launchers", "rocket launcher|rocket", "rocket launchers")]
    [InlineData("in RFE/RL studios", "RFE/RL", "RFE/RL")]
    [InlineData("Al-Nusra Front men", "Al Nusra Front", "Al-Nusra Front")]
    public void Match_LongestPhrase_IsFound(string text, string phrases, string expected) => Assert.Equal(expected, First(text, phrases));

    [Theory]
    [InlineData("who is next", "WHO")]
    [InlineData("a free meal", "Free Syrian Army")]
    public void Match_OtherWords_FindNothing(string text, string phrases) => Assert.Null(First(text, phrases));

    private static string? First(string text, string phrases)
    {
        var index = new PhraseIndex<string>();
        foreach (var phrase in phrases.Split('|'))
            index.Add(phrase, phrase);
        var atoms = AtomRow.Of(SegmentedText.Of(text), new TextSpan(0, text.Length));
        for (var i = 0; i < atoms.Count; i++)
        {
            if (index.Match(atoms, i, capital: false) is { } match)
                return atoms.TextOf(i, match.Last);
        }
        return null;
    }
}
