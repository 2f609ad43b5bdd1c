using Truceline.Type.V1;

namespace Truceline.Ingest.Stories.Differences;

/// <summary>Turns positions in UTF-16 code units into code points, which the protos count in, and back.</summary>
internal sealed class CodePoints
{
    // Code units at which a surrogate pair ends. Most texts have none.
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

    /// <summary>The span between two code units.</summary>
    internal Span Of(int start, int end) => new() { Start = Of(start), End = Of(end) };

    /// <summary>Code points before a code unit.</summary>
    internal int Of(int unit)
    {
        var index = _pairs.BinarySearch(unit);
        return unit - (index >= 0 ? index + 1 : ~index);
    }

    /// <summary>Code units before a code point.</summary>
    internal int UnitOf(int point)
    {
        var unit = point;
        foreach (var end in _pairs)
        {
            if (end - 2 >= unit)
            {
                break;
            }

            unit++;
        }

        return unit;
    }
}
