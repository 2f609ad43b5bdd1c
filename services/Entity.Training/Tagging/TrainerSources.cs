using System.Reflection;
using System.Security.Cryptography;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.Tagging;

/// <summary>The sources that decide what a training makes of its inputs: those of the trainer, of the tagger and of the tokenizer, and the word lists. The project's own corpus is an input.</summary>
internal static class TrainerSources
{
    /// <summary>SHA-256 over the embedded sources in order of their names, hexadecimal.</summary>
    public static string Hash()
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => !OwnCorpus.IsPart(n)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{name}\n{reader.ReadToEnd().ReplaceLineEndings("\n")}\n"));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
