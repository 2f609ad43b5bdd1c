using System.Globalization;
using Truceline.Entity.Reading.Syntax;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.UnitTests.Syntax;

/// <summary>Reads CoNLL-U: a token a line, a blank line after each sentence; the tokens are those of the project's tokenizer.</summary>
internal static class ConlluFile
{
    /// <summary>Reads all sentences.</summary>
    /// <exception cref="InvalidDataException">A line has fewer than eight cells.</exception>
    public static IEnumerable<TreeExample> Read(string file) => Parse(File.ReadLines(file));

    /// <inheritdoc cref="Read"/>
    public static IEnumerable<TreeExample> Parse(IEnumerable<string> lines)
    {
        var rows = new List<string[]>();
        foreach (var line in lines.Append(string.Empty))
        {
            if (line.StartsWith('#'))
                continue;
            if (line.Length > 0)
                rows.Add(line.Split('\t') is { Length: >= 8 } cells ? cells : throw new InvalidDataException($"No line of CoNLL-U: {line}"));
            else if (rows.Count > 0)
            {
                yield return Example(rows);
                rows.Clear();
            }
        }
    }

    /// <summary>Writes the tokens of a sentence, without the blank line behind it.</summary>
    public static void Write(TextWriter writer, SentenceTree tree)
    {
        for (var i = 0; i < tree.Count; i++)
            writer.Write($"{i + 1}\t{tree.WordOf(i)}\t_\t{RelationNames.Of(tree.PosOf(i))}\t_\t_\t{tree.HeadOf(i) + 1}\t{RelationNames.Of(tree.RelationOf(i))}\t_\t_\n");
    }

    private static TreeExample Example(List<string[]> rows)
    {
        string[] words = [.. rows.Select(r => r[1])];
        SyntaxToken[] tokens = [.. rows.Select(r => new SyntaxToken(RelationNames.ParseTag(r[3]), HeadOf(r[6]), RelationNames.Parse(r[7])))];
        TokenKind[] kinds = [.. words.Select((w, i) => KindOf(w, tokens[i].Pos))];
        return new TreeExample(words, kinds, tokens);
    }

    private static int HeadOf(string cell) => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var head) ? head - 1 : -1;

    private static TokenKind KindOf(string word, UPos tag) =>
        tag is UPos.Punct or UPos.Sym || !word.Any(char.IsLetterOrDigit) ? TokenKind.Punctuation
        : char.IsDigit(word[0]) ? TokenKind.Number
        : TokenKind.Word;
}
