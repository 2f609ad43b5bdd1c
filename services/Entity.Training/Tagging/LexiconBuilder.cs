using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Training.Tagging;

/// <summary>Gathers phrases with what is said of them into the lexicon of a model.</summary>
internal sealed class LexiconBuilder
{
    private const int LongestPhrase = 5;

    private readonly SortedDictionary<ulong, LexiconFlags> _flags = [];

    /// <summary>Number of phrases and beginnings of phrases.</summary>
    public int Count => _flags.Count;

    /// <summary>Adds a word or phrase; one that is longer than five tokens is passed over.</summary>
    public void Add(string phrase, LexiconFlags flags)
    {
        var tokens = Tokenizer.Tokenize(phrase);
        if (tokens.Count is 0 or > LongestPhrase)
            return;
        var hash = 0UL;
        for (var i = 0; i < tokens.Count; i++)
        {
            hash = WordHash.Append(hash, WordHash.Lower(phrase.AsSpan(tokens[i].Span.Start, tokens[i].Span.Length)));
            _flags[hash] = _flags.GetValueOrDefault(hash) | (i == tokens.Count - 1 ? flags : LexiconFlags.Prefix);
        }
    }

    /// <summary>Adds lines of a class and phrases: "Title[tab]Mr|Mrs".</summary>
    /// <exception cref="InvalidDataException">A line names no class.</exception>
    public void AddLines(IEnumerable<string> lines)
    {
        foreach (var line in lines.Where(l => l.Length > 0 && l[0] != '#'))
        {
            var cells = line.Split('\t');
            if (cells.Length != 2 || !Enum.TryParse<LexiconFlags>(cells[0], out var flags))
                throw new InvalidDataException($"The lexicon has a line without a class: {line}");
            foreach (var phrase in cells[1].Split('|'))
                Add(phrase, flags);
        }
    }

    public WordTable Build() => WordTable.Of([.. _flags.Select(f => KeyValuePair.Create(f.Key, (int)f.Value))]);
}
