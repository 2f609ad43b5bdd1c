using Truceline.Entity.Reading.Syntax;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.UnitTests.Syntax;

/// <summary>One parser for all tests: it is thread-safe, and loading it takes a moment.</summary>
internal static class SharedSyntax
{
    public static SyntaxParser Parser { get; } = SyntaxParser.Load();

    /// <summary>Parses the first sentence of a text.</summary>
    public static SentenceTree Parse(string text)
    {
        var segmented = SegmentedText.Of(text);
        return Parser.Parse(segmented, segmented.Sentences[0]);
    }
}
