using System.Globalization;
using Truceline.Entity.Reading.Syntax;

namespace Truceline.Entity.UnitTests.Syntax;

/// <summary>Trees written in a line: "word/TAG/head/relation" for each token, heads from 1, 0 for the root.</summary>
internal static class HandTree
{
    public static SentenceTree Of(string line)
    {
        var cells = line.Split(' ').Select(t => t.Split('/')).ToArray();
        return new SentenceTree(
            [.. cells.Select(c => c[0])],
            [.. cells.Select(c => new SyntaxToken(RelationNames.ParseTag(c[1]), int.Parse(c[2], CultureInfo.InvariantCulture) - 1, RelationNames.Parse(c[3])))]);
    }

    /// <summary>Index of the first token with these characters.</summary>
    public static int At(this SentenceTree tree, string word) => Enumerable.Range(0, tree.Count).First(i => tree.Is(i, word));
}
