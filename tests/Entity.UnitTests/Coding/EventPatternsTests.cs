using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Coding;

namespace Truceline.Entity.UnitTests.Coding;

public sealed class EventPatternsTests
{
    [Fact]
    public void Rows_OfVerbs_TellManyEventsInKnownWords()
    {
        var rows = DataFile.Rows("claims.event-verbs.tsv").ToList();
        var groups = DataFile.Rows("claims.event-nouns.tsv").Select(r => "@" + r[0]).ToHashSet();

        Assert.True(rows.Count(r => Enum.TryParse<PloverType>(r[2], ignoreCase: true, out _)) >= 600);
        Assert.All(rows, r => Assert.Equal(5, r.Length));
        Assert.All(rows.Where(r => r[4].Length > 0), r => Assert.True(AcledMapping.TypeOfSubType.ContainsKey(r[4]), r[1]));
        Assert.All(rows.SelectMany(r => r[1].Split(' ')).Where(w => w[0] == '@'), w => Assert.Contains(w, groups));
        Assert.Equal(rows.Count, rows.Select(r => (r[0], r[1])).Distinct().Count());
    }

    [Theory]
    [InlineData("withdrew", "withdraw", VerbShape.Past)]
    [InlineData("banned", "ban", VerbShape.Past | VerbShape.Participle)]
    [InlineData("denies", "deny", VerbShape.Third)]
    [InlineData("shelling", "shell", VerbShape.Ing)]
    public void FormsOf_FormOfVerb_LeadsToItsInfinitive(string word, string lemma, object shape) =>
        Assert.Contains(new VerbForm(lemma, (VerbShape)shape), EventPatterns.Default.FormsOf(word).ToArray());

    [Theory]
    [InlineData("villages", "village")]
    [InlineData("countries", "country")]
    [InlineData("militiamen", "militiaman")]
    [InlineData("police", "police")]
    public void Singular_OfNoun_IsItsLemma(string word, string lemma) => Assert.Equal(lemma, VerbForms.Singular(word));
}
