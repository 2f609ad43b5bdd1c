using System.Runtime.InteropServices;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Tagging;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.UnitTests;

/// <summary>A training of a second or two on the corpus of this folder.</summary>
internal static class SmallTraining
{
    public static TrainerOptions Options { get; } = new() { Passes = 40, RefiningPasses = 2, Hidden = 32, BagBits = 10, BagLength = 16, CaseShare = 0.1f, Dropout = 0.1f, BagRate = 1, BagDecay = 0, Rate = 0.01f };

    public static IReadOnlyList<CorpusDocument> Village { get; } =
        SentenceCorpus.Read(Path.Combine(AppContext.BaseDirectory, "Corpora", "village.jsonl"), Corpus.UniversalNer, joined: true);

    /// <summary>An encoder whose vectors are drawn from the words' hashes.</summary>
    public static WordEncoder Encoder()
    {
        string[] words = ["the", "in", ".", "said", "met", "and", "on", "of", "to", "with", "spoke", "lives", "left", "asked", "fell", "snow"];
        var values = new sbyte[words.Length * 8];
        for (var i = 0; i < words.Length; i++)
            BitConverter.TryWriteBytes(MemoryMarshal.AsBytes(values.AsSpan(i * 8, 8)), WordHash.Lower(words[i]));
        var rows = WordTable.Of([.. words.Select((w, i) => KeyValuePair.Create(WordHash.Lower(w), i))]);
        var lexicon = new LexiconBuilder();
        lexicon.AddLines(["# class, phrases", "Place\tOstrel|Port Amel", "OrganisationHead\tUnion|Board", "Platform\ttank|tanks"]);
        return new WordEncoder(new WordVectors(rows, values, [.. Enumerable.Repeat(0.01f, 8)]), lexicon.Build(), Options.BagBits);
    }

    public static TaggerModel Train(TrainerOptions options)
    {
        var encoder = Encoder();
        var trainer = new TaggerTrainer(encoder, options);
        var documents = Village.Select(d => Labelling.Label(d, encoder)).ToList();
        return ModelBuilder.Build(encoder, trainer.Refine(trainer.Train(documents), documents).Weights, "small");
    }
}
