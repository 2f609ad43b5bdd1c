using System.Text.Json.Serialization;

namespace Truceline.Entity.Reading.Tagging;

/// <summary>What a model file says of itself.</summary>
internal sealed record TaggerCard
{
    /// <summary>Version of the model, e.g. "tagger-1".</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of the trainer's sources, hexadecimal.</summary>
    public required string TrainerHash { get; init; }

    /// <summary>Licence that the model's sources put on it.</summary>
    public required string Licence { get; init; }

    /// <summary>What it was trained on.</summary>
    public required IReadOnlyList<TaggerSource> Sources { get; init; }

    /// <summary>What it scored when it was made.</summary>
    public required IReadOnlyList<TaggerScore> Scores { get; init; }

    /// <summary>Passes over the corpora, seed and the like.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }
}

/// <summary>A corpus, word list or set of vectors that went into a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Licence">Its licence, an SPDX identifier where there is one.</param>
/// <param name="Sha256">Hash of its file or files, hexadecimal.</param>
/// <param name="Use">What it was used for.</param>
internal sealed record TaggerSource(string Name, string Licence, string Sha256, string Use);

/// <summary>A score of a model.</summary>
/// <param name="Set">What was read.</param>
/// <param name="Measure">What was counted.</param>
/// <param name="Value">The score, in [0, 1].</param>
internal sealed record TaggerScore(string Set, string Measure, double Value);

/// <summary>How cards are written.</summary>
[JsonSerializable(typeof(TaggerCard))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class TaggerCardJson : JsonSerializerContext;
