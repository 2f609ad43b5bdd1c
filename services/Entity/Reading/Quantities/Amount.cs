namespace Truceline.Entity.Reading.Quantities;

/// <summary>A number, a range or a bound as it stands in a text, before it is known what it counts.</summary>
/// <param name="Span">From the word of bound, where there is one, to the end of the last number.</param>
/// <param name="Low">Least value; null when open below.</param>
/// <param name="High">Greatest value; null when open above.</param>
/// <param name="Currency">ISO 4217 code of the sign before the number; null when there is none.</param>
/// <param name="IsWord">A small number in letters ("two"), which often goes with a definite article and counts nothing new.</param>
internal sealed record Amount(TextSpan Span, double? Low, double? High, string? Currency, bool IsWord)
{
    /// <summary>The least value, or the bound above where there is no other.</summary>
    public double Least => Low ?? High ?? 0;
}
