using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Claims;

/// <summary>Short texts with every claim that they make, written for this project; the assembly holds them. <c>Corpora/Claims/README.md</c> says how they are written down.</summary>
internal static class ClaimCorpus
{
    private const string Prefix = "Claims.";

    /// <summary>The texts of all files, in order of the files' names.</summary>
    /// <exception cref="FormatException">A line is not as it must be; the message names file, line and reason.</exception>
    public static IReadOnlyList<ChallengeItem> ReadAll() => [.. Files().SelectMany(f => ClaimFile.Read(f.Name, f.Content))];

    /// <summary>SHA-256 over the files, hexadecimal.</summary>
    public static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, content) in Files())
            hash.AppendData(Encoding.UTF8.GetBytes(content));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<(string Name, string Content)> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(r => r.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[Prefix.Length..], reader.ReadToEnd().ReplaceLineEndings("\n"));
        }
    }
}
