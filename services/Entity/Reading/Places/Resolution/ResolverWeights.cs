using System.Globalization;

namespace Truceline.Entity.Reading.Places.Resolution;

/// <summary>Weights of the resolver, from <c>place-resolution.tsv</c>: a feature and its weight a row, "None" last.</summary>
internal static class ResolverWeights
{
    /// <summary>Name of the weight of "none of them".</summary>
    public const string None = "None";

    /// <summary>Reads the embedded weights.</summary>
    /// <exception cref="InvalidDataException">A feature has no weight, or a weight no feature.</exception>
    public static double[] Load()
    {
        var weights = new double[CandidateFeatures.Count + 1];
        Array.Fill(weights, double.NaN);
        foreach (var row in DataFile.Rows("place-resolution.tsv"))
        {
            var index = row[0] == None ? CandidateFeatures.Count : Enum.TryParse<PlaceFeature>(row[0], out var feature) ? (int)feature
                : throw new InvalidDataException($"place-resolution.tsv has a weight for {row[0]}, which is no feature.");
            weights[index] = double.Parse(row[1], CultureInfo.InvariantCulture);
        }
        return weights.Any(double.IsNaN) ? throw new InvalidDataException("place-resolution.tsv lacks the weight of a feature.") : weights;
    }
}
