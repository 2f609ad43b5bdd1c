using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Truceline.Entity.Reading;

namespace Truceline.Entity.Training.Tagging.Corpora;

/// <summary>
/// The sentences with marked names and arms that were written for this project; the assembly holds them. One sentence a line, a blank line between
/// documents, <c>#</c> before comments, spans as <c>[TYPE words]</c>, never nested.
/// </summary>
internal static class OwnCorpus
{
    private const string Prefix = "Corpora.";

    /// <summary>What stands between the sentences of a document: each is a paragraph.</summary>
    private const string Gap = "\n\n";

    /// <summary>Whether a resource of the assembly is one of the corpus's files.</summary>
    public static bool IsPart(string resource) => resource.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The documents of all files, in order of the files' names.</summary>
    public static IReadOnlyList<CorpusDocument> ReadAll() => [.. Files().SelectMany(f => Read(f.Name, f.Content))];

    /// <summary>SHA-256 over the files, hexadecimal.</summary>
    public static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, content) in Files())
            hash.AppendData(Encoding.UTF8.GetBytes(content));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Reads the documents of a file.</summary>
    /// <exception cref="FormatException">A bracket does not open or close a span.</exception>
    public static IEnumerable<CorpusDocument> Read(string name, string content)
    {
        var (text, spans, number) = (new StringBuilder(), new List<CorpusSpan>(), 0);
        foreach (var line in content.Split('\n').Append(string.Empty))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                if (text.Length > 0)
                    text.Append(Gap);
                Append(line, text, spans);
            }
            else if (line.Length == 0 && text.Length > 0)
            {
                yield return new CorpusDocument(Corpus.Own, $"{name}:{++number}", text.ToString(), spans);
                (text, spans) = (new StringBuilder(), []);
            }
        }
    }

    private static void Append(string line, StringBuilder text, List<CorpusSpan> spans)
    {
        for (var at = 0; at < line.Length;)
        {
            var open = line.IndexOfAny(['[', ']'], at);
            text.Append(line, at, (open < 0 ? line.Length : open) - at);
            if (open < 0)
                return;
            var (space, close) = (line.IndexOf(' ', open), line.IndexOf(']', open));
            if (line[open] == ']' || space < 0 || close < space + 2 || line.IndexOf('[', open + 1, close - open - 1) >= 0)
                throw new FormatException($"Brackets of no span: {line}");
            var start = text.Length;
            text.Append(line, space + 1, close - space - 1);
            spans.Add(new CorpusSpan(new TextSpan(start, text.Length), line[(open + 1)..space]));
            at = close + 1;
        }
    }

    private static IEnumerable<(string Name, string Content)> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(IsPart).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[Prefix.Length..], reader.ReadToEnd().ReplaceLineEndings("\n"));
        }
    }
}
