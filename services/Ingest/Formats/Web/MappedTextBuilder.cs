using System.Text;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Web;

/// <summary>Builds a text together with its map. Neighbouring runs that go on in the original are joined. Not thread-safe.</summary>
/// <param name="originalStart">Added to every place in the original.</param>
internal sealed class MappedTextBuilder(int originalStart = 0)
{
    private readonly StringBuilder _text = new();
    private readonly List<MapRun> _runs = [];

    /// <summary>Length so far, UTF-16 units.</summary>
    internal int Length => _text.Length;

    /// <summary>The last character; U+0000 when there is none.</summary>
    internal char Last => _text.Length == 0 ? '\0' : _text[^1];

    /// <summary>Adds what was not in the original.</summary>
    internal void Put(string text) => _text.Append(text);

    /// <summary>Adds a piece of the original, unit for unit.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="at">Where it stands in the original.</param>
    internal void Copy(ReadOnlySpan<char> piece, int at)
    {
        if (piece.Length > 0)
        {
            Add(piece.Length, at, piece.Length);
            _text.Append(piece);
        }
    }

    /// <summary>Adds what a piece of the original stands for.</summary>
    /// <param name="text">The characters, at least one.</param>
    /// <param name="at">Where the piece begins in the original.</param>
    /// <param name="length">Its length there, greater than 0.</param>
    internal void Replace(ReadOnlySpan<char> text, int at, int length)
    {
        Add(text.Length, at, length);
        _text.Append(text);
    }

    /// <summary>The text so far without white space at its end.</summary>
    internal MappedText Build()
    {
        while (char.IsWhiteSpace(Last))
        {
            _text.Length--;
        }

        while (_runs.Count > 0 && _runs[^1].TextStart + _runs[^1].TextLength > _text.Length)
        {
            var last = _runs[^1];
            _runs.RemoveAt(_runs.Count - 1);
            var left = _text.Length - last.TextStart;
            if (left > 0)
            {
                _runs.Add(last with { TextLength = left, OriginalLength = last.TextLength == last.OriginalLength ? left : last.OriginalLength });
            }
        }

        return new MappedText(_text.ToString(), new TextMap([.. _runs]));
    }

    private void Add(int textLength, int at, int originalLength)
    {
        at += originalStart;
        if (_runs.Count > 0 && textLength == originalLength && _runs[^1] is var last
            && last.TextLength == last.OriginalLength && last.TextStart + last.TextLength == _text.Length && last.OriginalStart + last.OriginalLength == at)
        {
            _runs[^1] = last with { TextLength = last.TextLength + textLength, OriginalLength = last.OriginalLength + originalLength };
            return;
        }

        _runs.Add(new MapRun(_text.Length, textLength, at, originalLength));
    }
}
