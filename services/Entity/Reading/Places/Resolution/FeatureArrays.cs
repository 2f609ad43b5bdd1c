namespace Truceline.Entity.Reading.Places.Resolution;

/// <summary>Arrays for the features of places, used again by the next document of a thread. Bounded: a quarter of a megabyte a thread.</summary>
internal static class FeatureArrays
{
    private const int MostKept = 1024;

    [ThreadStatic]
    private static Stack<double[]>? s_free;

    /// <summary>An array of <see cref="CandidateFeatures.Count"/> values, whatever they are.</summary>
    public static double[] Rent() => s_free is { } free && free.TryPop(out var array) ? array : new double[CandidateFeatures.Count];

    /// <summary>Gives an array back; whoever does no longer looks at it.</summary>
    public static void Return(double[] array)
    {
        var free = s_free ??= new Stack<double[]>();
        if (free.Count < MostKept)
            free.Push(array);
    }
}
