using System.Text.RegularExpressions;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Quantities;

namespace Truceline.Entity.Reading.Claims.Assertions;

/// <summary>
/// How many a part says were killed and hurt: by the quantities that were read as such, and where none was, by <see cref="CountFinder"/> among the numbers that
/// count nothing else.
/// </summary>
internal static partial class Casualties
{
    private const int LongestJoint = 60;

    /// <summary>Those killed; null when the part gives no number.</summary>
    /// <param name="words">The words.</param>
    /// <param name="part">The part.</param>
    /// <param name="quantities">What was counted and measured in the part, in order.</param>
    public static CountRange? Killed(Words words, Part part, IEnumerable<QuantityMention> quantities)
    {
        List<QuantityMention> own = [.. quantities];
        return Told(words, own, QuantityKind.Fatalities) ?? CountFinder.Killed(words, part, Others(own, QuantityKind.Fatalities));
    }

    /// <summary>Those hurt; null when the part gives no number.</summary>
    /// <param name="words">The words.</param>
    /// <param name="part">The part.</param>
    /// <param name="quantities">What was counted and measured in the part, in order.</param>
    public static CountRange? Hurt(Words words, Part part, IEnumerable<QuantityMention> quantities)
    {
        List<QuantityMention> own = [.. quantities];
        return Told(words, own, QuantityKind.Injuries) ?? CountFinder.Hurt(words, part, Others(own, QuantityKind.Injuries));
    }

    /// <summary>What counts something else: the other harm, those driven out, things, measures.</summary>
    private static List<TextSpan> Others(List<QuantityMention> quantities, QuantityKind wanted) =>
        [.. quantities.Where(q => q.Kind != wanted && (q.Kind != QuantityKind.Count || Outcomes.IsThing(q.Unit))).Select(q => q.Span)];

    private static CountRange? Told(Words words, List<QuantityMention> quantities, QuantityKind kind)
    {
        var text = words.Source.Text;
        var told = quantities.Where(q => q.Kind == kind && (q.Low ?? q.High) <= int.MaxValue && !IsSubset(text, q.Span.Start)).ToList();
        if (told.Count == 0)
            return null;
        var first = told.FindIndex(q => !q.IsBackground) is var fresh and >= 0 ? fresh : 0;
        var range = Range(told[first]);
        // "Five soldiers and three civilians were killed": one toll, told by kinds of people.
        for (var i = first + 1; i < told.Count && IsJoint(text, told[i - 1].Span.End, told[i].Span.Start); i++)
            range = Sum(range, Range(told[i]));
        return AndOne(text, range.Span.End) is { } one ? Sum(range, new CountRange(1, 1, one)) : range;
    }

    private static CountRange Sum(CountRange one, CountRange other) =>
        (long)one.Low + other.Low > int.MaxValue ? one
        : new CountRange(one.Low + other.Low, one.High is { } a && other.High is { } b && (long)a + b <= int.MaxValue ? a + b : null, new TextSpan(one.Span.Start, other.Span.End));

    /// <summary>"five soldiers and a contractor died", "killed five soldiers and a child": one more; null when none is told.</summary>
    private static TextSpan? AndOne(string text, int end)
    {
        if (One().Match(text, end) is not { Success: true } one)
            return null;
        var article = one.Index + one.Length;
        if (CountedNouns.After(text, article, isOne: true) is { } noun)
            return Outcomes.IsThing(noun.Singular) ? null : new TextSpan(end, noun.End);
        return Subject().Match(text, article) is { Success: true } subject ? new TextSpan(end, subject.Index + subject.Groups["who"].Length) : null;
    }

    private static CountRange Range(QuantityMention quantity) =>
        new((int)(quantity.Low ?? 0), quantity.High is { } high && high <= int.MaxValue ? (int)high : null, quantity.Span);

    /// <summary>"six people, including two children": the two are among the six.</summary>
    private static bool IsSubset(string text, int start) => Subset().IsMatch(text.AsSpan(Math.Max(0, start - LongestJoint)..start));

    private static bool IsJoint(string text, int from, int to) => to - from <= LongestJoint && Joint().IsMatch(text.AsSpan(from..to));

    [GeneratedRegex(@"\b(?:including|includes|included|among (?:them|those|whom)|of (?:them|whom)|along with|such as)\s+(?:(?:were|was|at least|some|about|the)\s+){0,2}(?:[^.;]{0,40}?(?:,| and)\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Subset();

    [GeneratedRegex(@"\G\s+and\s+(?:an?|another)(?=\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex One();

    [GeneratedRegex(@"\G(?<who>(?:\s+[\p{L}-]+){1,4}?)\s+(?:died|perished|lost their lives|(?:were|have been|had been)\s+(?:\w+ly\s+)?(?:killed|shot|slain|murdered|executed|wounded|injured|hurt))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Subject();

    [GeneratedRegex(@"^\s*(?:,\s*)?(?:and\s+|as well as\s+|plus\s+)?(?:(?:another|a further|at least|some|about)\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();
}
