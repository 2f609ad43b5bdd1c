using Truceline.Entity.V1;
using Truceline.Type.V1;

namespace Truceline.Entity.Happenings;

/// <summary>The figures that claims give. None is made: each is one that a text says. Pure.</summary>
internal static class Figures
{
    /// <summary>The figures of a claim: its counts of killed and hurt, and its other quantities but those of the background.</summary>
    internal static IEnumerable<Quantity> Of(Claim claim)
    {
        foreach (var (count, kind) in new[] { (claim.Fatalities, QuantityKind.Fatalities), (claim.Injured, QuantityKind.Injuries) })
        {
            if (count is not null)
            {
                yield return OfCount(count, kind);
            }
        }

        foreach (var quantity in claim.Quantities.Where(q => !q.Background && IsFigure(q.Kind)
            && !(q.Kind == QuantityKind.Fatalities && claim.Fatalities is not null) && !(q.Kind == QuantityKind.Injuries && claim.Injured is not null)))
        {
            yield return quantity;
        }
    }

    /// <summary>Whether two figures count the same: people killed are people killed, soldiers or not; other things are counted by their unit.</summary>
    internal static bool AreOfOneThing(Quantity a, Quantity b) =>
        a.Kind == b.Kind && (a.Kind is QuantityKind.Fatalities or QuantityKind.Injuries or QuantityKind.Displaced || a.Unit == b.Unit);

    /// <summary>Whether both can be right. A bound that is missing is open.</summary>
    internal static bool Overlap(Quantity a, Quantity b) => Low(a) <= High(b) && Low(b) <= High(a);

    /// <summary>A figure in words: "3", "3 to 5", "at least 3".</summary>
    internal static string Text(Quantity q) => (q.HasLow, q.HasHigh) switch
    {
        (true, true) when q.Low == q.High => FormattableString.Invariant($"{q.Low}"),
        (true, true) => FormattableString.Invariant($"{q.Low} to {q.High}"),
        (true, false) => FormattableString.Invariant($"at least {q.Low}"),
        (false, true) => FormattableString.Invariant($"at most {q.High}"),
        _ => "?",
    };

    private static bool IsFigure(QuantityKind kind) =>
        kind is QuantityKind.Count or QuantityKind.Fatalities or QuantityKind.Injuries or QuantityKind.Displaced;

    private static Quantity OfCount(CountRange count, QuantityKind kind)
    {
        var quantity = new Quantity { Kind = kind, Low = count.Low, Unit = "person", Span = count.Evidence?.Span, Text = count.Evidence?.Quote ?? "" };
        if (count.HasHigh)
        {
            quantity.High = count.High;
        }

        return quantity;
    }

    private static double Low(Quantity q) => q.HasLow ? q.Low : double.NegativeInfinity;

    private static double High(Quantity q) => q.HasHigh ? q.High : double.PositiveInfinity;
}
