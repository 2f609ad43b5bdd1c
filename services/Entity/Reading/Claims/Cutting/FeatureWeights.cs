using System.Collections.Frozen;
using System.Globalization;

namespace Truceline.Entity.Reading.Claims.Cutting;

/// <summary>Weights of a log-linear model: for each feature one number for every outcome. Immutable; safe to share between threads.</summary>
internal sealed class FeatureWeights
{
    private readonly FrozenDictionary<ulong, float[]> _rows;

    /// <summary>Takes the weights by the names of the features.</summary>
    public FeatureWeights(IEnumerable<KeyValuePair<string, float[]>> rows) => _rows = rows.ToFrozenDictionary(r => Sign.Key(r.Key), r => r.Value);

    /// <summary>The weights of a file that comes with the assembly: name of the feature, then a number for each outcome.</summary>
    public static FeatureWeights Load(string file) =>
        new(DataFile.Rows(file).Select(r => KeyValuePair.Create(r[0], Array.ConvertAll(r[1..], w => float.Parse(w, CultureInfo.InvariantCulture)))));

    /// <summary>Adds the weights of features to the scores of outcomes.</summary>
    public void Add(FeatureSink features, Span<double> scores)
    {
        foreach (var key in features.Keys)
        {
            if (!_rows.TryGetValue(key, out var row))
                continue;
            for (var i = 0; i < scores.Length; i++)
                scores[i] += row[i];
        }
    }
}
