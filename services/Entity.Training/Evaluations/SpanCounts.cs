namespace Truceline.Entity.Training.Evaluations;

/// <summary>Counts of spans found, to be found and rightly found.</summary>
internal sealed class SpanCounts
{
    public int Gold { get; private set; }

    public int Found { get; private set; }

    public int Right { get; private set; }

    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

    public double F1 => Gold + Found == 0 ? 0 : 2.0 * Right / (Gold + Found);

    /// <summary>Counts the spans of a document; two are the same when they are equal.</summary>
    public void Add<T>(IReadOnlyCollection<T> gold, IReadOnlyCollection<T> found)
    {
        Gold += gold.Count;
        Found += found.Count;
        Right += gold.Intersect(found).Count();
    }

    /// <summary>Precision, recall and the counts, for a note.</summary>
    public override string ToString() => FormattableString.Invariant($"P {Precision:F3} R {Recall:F3}, {Right} right of {Found} found, {Gold} gold");
}
