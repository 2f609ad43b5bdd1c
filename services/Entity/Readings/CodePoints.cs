using Truceline.Entity.Reading;
using Truceline.Type.V1;

namespace Truceline.Entity.Readings;

/// <summary>Turns positions in UTF-16 code units, which the reader counts in, into code points, which the protos count in.</summary>
internal sealed class CodePoints
{
    // Code units at which a surrogate pair ends; every one before a position makes its count one less. Most texts have none.
    private readonly List<int> _pairs = [];

    internal CodePoints(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1]))
            {
                _pairs.Add(i + 2);
                i++;
            }
        }
    }

    internal Span Of(TextSpan span) => new() { Start = Of(span.Start), End = Of(span.End) };

    internal int Of(int position)
    {
        var index = _pairs.BinarySearch(position);
        return position - (index >= 0 ? index + 1 : ~index);
    }
}
