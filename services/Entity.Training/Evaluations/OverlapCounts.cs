using Truceline.Entity.Reading;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>
/// Counts spans that meet one of the same type, wherever they begin and end: beside the strict count it tells names that are missed from names whose
/// ends are seen differently.
/// </summary>
internal sealed class OverlapCounts
{
    private int _found;
    private int _foundRight;
    private int _gold;
    private int _goldRight;

    /// <summary>Share of the spans found that meet a marked one.</summary>
    public double Precision => _found == 0 ? 0 : (double)_foundRight / _found;

    /// <summary>Share of the marked spans that a found one meets.</summary>
    public double Recall => _gold == 0 ? 0 : (double)_goldRight / _gold;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Counts the spans of a document.</summary>
    /// <param name="gold">All marked spans.</param>
    /// <param name="found">All spans found.</param>
    /// <param name="counts">Which of them are counted; the others may be met all the same.</param>
    public void Add(IReadOnlyList<(TextSpan Span, EntityType Type)> gold, IReadOnlyList<(TextSpan Span, EntityType Type)> found, Func<TextSpan, EntityType, bool> counts)
    {
        (_gold, _goldRight) = Count(gold, found, counts, _gold, _goldRight);
        (_found, _foundRight) = Count(found, gold, counts, _found, _foundRight);
    }

    /// <summary>Precision and recall, for a note.</summary>
    public override string ToString() => FormattableString.Invariant($"P {Precision:F3} R {Recall:F3}");

    private static (int All, int Right) Count(
        IReadOnlyList<(TextSpan Span, EntityType Type)> spans, IReadOnlyList<(TextSpan Span, EntityType Type)> others, Func<TextSpan, EntityType, bool> counts, int all, int right)
    {
        foreach (var (span, type) in spans.Where(s => counts(s.Span, s.Type)))
        {
            all++;
            if (others.Any(o => o.Type == type && o.Span.Overlaps(span)))
                right++;
        }
        return (all, right);
    }
}
