using System.Text;
using Truceline.Entity.Reading;

namespace Truceline.Entity.UnitTests.Names;

/// <summary>A report with its chains: "{burhan:the general}" in the file is a mention of the chain "burhan". The first line is the date.</summary>
internal sealed record ChainStory(string Name, DateOnly Published, string Text, IReadOnlyList<ChainMention> Mentions)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Names", "Chains");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    public static ChainStory Load(string name)
    {
        var file = File.ReadAllText(Path.Combine(Folder, name + ".txt"));
        var end = file.IndexOf('\n', StringComparison.Ordinal);
        var text = new StringBuilder();
        var mentions = new List<ChainMention>();
        for (var at = end + 1; at < file.Length; at++)
        {
            if (file[at] != '{')
            {
                text.Append(file[at]);
                continue;
            }
            var colon = file.IndexOf(':', at);
            var close = file.IndexOf('}', colon);
            var start = text.Length;
            text.Append(file, colon + 1, close - colon - 1);
            mentions.Add(new ChainMention(file[(at + 1)..colon], new TextSpan(start, text.Length)));
            at = close;
        }
        return new ChainStory(name, DateOnly.ParseExact(file[..end].Trim(), "yyyy-MM-dd", null), text.ToString(), mentions);
    }
}

internal sealed record ChainMention(string Chain, TextSpan Span);
