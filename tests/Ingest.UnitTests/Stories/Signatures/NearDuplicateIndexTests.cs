using Truceline.Ingest.Stories.Signatures;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Stories.Signatures;

public class NearDuplicateIndexTests
{
    private readonly NearDuplicateIndex _index = new();

    [Fact]
    public void Find_SameText_IsExact()
    {
        _index.Add("sha256:" + new string('a', 64), "report", Signature(Texts.Convoy));

        var match = _index.Find(Signature(Texts.Convoy.ToUpperInvariant()));

        Assert.NotNull(match);
        Assert.Equal(("sha256:" + new string('a', 64), "report", 1, 1, 1), (match.StoryId, match.ReportId, match.Similarity, match.OfQuery, match.OfMatch));
        Assert.True(match!.IsExact);
    }

    [Fact]
    public void Find_FirstParagraphs_IsFound()
    {
        _index.Add("story", "report", Signature(Texts.Convoy));

        var match = _index.Find(Signature(string.Join("\n\n", Texts.Convoy.Split("\n\n")[..3])));

        Assert.Equal("story", match?.StoryId);
        Assert.InRange(match!.OfQuery, 0.8, 1);
        Assert.InRange(match.OfMatch, 0.1, 0.7);
        Assert.False(match.IsExact);
    }

    [Fact]
    public void Add_KnownReport_MovesIt()
    {
        _index.Add("story", "report", Signature(Texts.Convoy));
        _index.Add("other story", "report", Signature(Texts.Convoy));

        Assert.Equal(1, _index.Count);
        Assert.Equal("other story", Assert.Single(_index.FindAll(Signature(Texts.Convoy))).StoryId);
    }

    [Fact]
    public void Remove_Report_IsFoundNoMore()
    {
        _index.Add("story", "report", Signature(Texts.Convoy));

        Assert.True(_index.Remove("report"));
        Assert.False(_index.Remove("report"));
        Assert.False(_index.Contains("report"));
        Assert.Equal(0, _index.Count);
        Assert.Null(_index.Find(Signature(Texts.Convoy)));
    }

    [Fact]
    public void Remove_Thousands_GivesTheirRoomBack()
    {
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 3000; i++)
            {
                _index.Add($"story {i}", $"report {i}", Signature($"text number {i} of round {round}"));
            }

            Assert.Equal(3000, _index.Count);
            for (var i = 0; i < 3000; i++)
            {
                Assert.Equal($"report {i}", _index.Find(Signature($"text number {i} of round {round}"))?.ReportId);
                Assert.True(_index.Remove($"report {i}"));
            }
        }

        Assert.Equal(0, _index.Count);
        _index.Add("story", "report", Signature(Texts.Convoy));
        Assert.Equal("story", _index.Find(Signature(Texts.Convoy))?.StoryId);
    }

    [Fact]
    public async Task Add_FromManyThreads_LosesNothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(t => Task.Run(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                _index.Add("story", $"report {t}/{i}", Signature($"thread {t} text {i}"));
                _index.FindAll(Signature($"thread {(t + 1) % 4} text {i}"));
            }
        })));

        Assert.Equal(2000, _index.Count);
        Assert.Equal("report 3/499", _index.Find(Signature("thread 3 text 499"))?.ReportId);
    }

    [Fact]
    public void Find_NoWords_IsNothing()
    {
        _index.Add("story", "report", Signature(""));

        Assert.Null(_index.Find(Signature("")));
    }

    private static StorySignature Signature(string text) => StorySignature.Of(new Report { Text = text });
}
