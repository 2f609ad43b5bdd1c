using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Training.Tagging;

/// <summary>Makes models of weights.</summary>
internal static class ModelBuilder
{
    /// <summary>A model for evaluations, as the file would hold it: with weights rounded to 16 bits.</summary>
    public static TaggerModel Build(WordEncoder encoder, NetworkWeights weights, string version)
    {
        var card = new TaggerCard
        {
            Version = version,
            TrainerHash = string.Empty,
            Licence = string.Empty,
            Sources = [],
            Scores = [],
            Options = new Dictionary<string, string>(),
        };
        return TaggerModelFile.Read(TaggerModelFile.Write(new TaggerModel(card, encoder, weights)));
    }
}
