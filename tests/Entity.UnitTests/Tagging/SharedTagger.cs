using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.UnitTests.Tagging;

/// <summary>The shipped tagger, loaded once.</summary>
internal static class SharedTagger
{
    public static Tagger Instance { get; } = Tagger.Load();

    public static List<TaggedSpan> Tag(SegmentedText text)
    {
        var spans = new List<TaggedSpan>();
        Instance.Tag(text, new TextSpan(0, text.Text.Length), spans);
        return spans;
    }

    /// <summary>The mentions of a text as "Type: words".</summary>
    public static List<string> Read(string words)
    {
        var text = SegmentedText.Of(words);
        return [.. Tag(text).Select(s => $"{s.Type}: {text.SpanOf(s.FirstToken, s.EndToken - 1).Of(words)}")];
    }
}
