using System.Globalization;

namespace Truceline.Entity.Reading.Places.Recognition;

/// <summary>Weights of the recogniser, from <c>place-recognition.tsv</c>: a row for each feature that has one, by its readable name.</summary>
internal static class RecogniserWeights
{
    /// <summary>Reads the embedded weights; a feature without a row weighs nothing.</summary>
    /// <exception cref="InvalidDataException">A row names no feature.</exception>
    public static float[] Load()
    {
        var index = Enumerable.Range(0, ToponymFeatures.Count).ToDictionary(ToponymFeatures.NameOf, f => f, StringComparer.Ordinal);
        var weights = new float[ToponymFeatures.Count];
        foreach (var row in DataFile.Rows("place-recognition.tsv"))
        {
            if (!index.TryGetValue(row[0], out var feature))
                throw new InvalidDataException($"place-recognition.tsv has a weight for {row[0]}, which is no feature.");
            weights[feature] = float.Parse(row[1], CultureInfo.InvariantCulture);
        }
        return weights;
    }
}
