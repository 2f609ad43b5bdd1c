using Truceline.Type.V1;

namespace Truceline.Ingest.Normalising;

/// <summary>Turns places counted in UTF-16 units into spans of code points. Asked in the order of the text it counts each part once. Not thread-safe.</summary>
/// <param name="text">The text.</param>
internal sealed class SpanCounter(string text)
{
    private readonly bool _same = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0;
    private int _units;
    private int _points;

    /// <summary>The span of [start, end).</summary>
    internal Span Of(int start, int end) => new() { Start = At(start), End = At(end) };

    private int At(int units)
    {
        if (_same)
        {
            return units;
        }

        if (units < _units)
        {
            (_units, _points) = (0, 0);
        }

        for (; _units < units; _units++)
        {
            var isSecond = char.IsLowSurrogate(text[_units]) && _units > 0 && char.IsHighSurrogate(text[_units - 1]);
            _points += isSecond ? 0 : 1;
        }

        return _points;
    }
}
