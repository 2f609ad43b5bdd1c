namespace Truceline.Ingest.Formats.Json;

/// <summary>Finds where a JSON value ends without reading it, character by character, so that a value can be looked for while its document still arrives. Not thread-safe.</summary>
/// <param name="deepest">Deepest nesting.</param>
internal sealed class JsonScan(int deepest)
{
    private int _depth;
    private bool _isInString;
    private bool _isEscaped;
    private bool _isScalar;

    /// <summary>Whether the value is nested more deeply than allowed; then its end is not looked for any more.</summary>
    internal bool IsTooDeep { get; private set; }

    /// <summary>Goes on behind what was given before.</summary>
    /// <param name="text">What follows; it begins with the value when nothing was given before.</param>
    /// <returns>Where the value ends (exclusive); null when more is needed.</returns>
    internal int? Advance(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (_isInString)
            {
                (_isInString, _isEscaped) = (_isEscaped || c != '"', !_isEscaped && c == '\\');
                if (!_isInString && _depth == 0)
                {
                    return i + 1;
                }
            }
            else if (_isScalar)
            {
                if (c is ',' or ']' or '}' or ':' or '"' or '\u001e' || char.IsWhiteSpace(c))
                {
                    return i;
                }
            }
            else if (c == '"')
            {
                _isInString = true;
            }
            else if (c is '{' or '[')
            {
                IsTooDeep |= ++_depth > deepest;
                if (IsTooDeep)
                {
                    return i;
                }
            }
            else if (c is '}' or ']')
            {
                if (--_depth <= 0)
                {
                    return i + 1;
                }
            }
            else if (_depth == 0)
            {
                _isScalar = true;
            }
        }

        return null;
    }
}
