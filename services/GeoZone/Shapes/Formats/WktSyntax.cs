using System.Globalization;

namespace Truceline.GeoZone.Shapes.Formats;

/// <summary>
/// Where a line departs from well-known text (OGC Simple Features, with the prefix <c>SRID=4326;</c> that PostGIS writes), and what should stand there: a library says neither, and
/// passes over what follows a geometry.
/// </summary>
internal ref struct WktSyntax
{
    private const string Marks = "(),;=";
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private WktSyntax(ReadOnlySpan<char> text) => _text = text;

    /// <summary>What is wrong with a line.</summary>
    /// <param name="At">Index of the character at which it is wrong.</param>
    /// <param name="Reason">The stable reason.</param>
    /// <param name="Message">What is wrong, for a person.</param>
    internal readonly record struct Fault(int At, string Reason, string Message);

    /// <summary>Checks a line.</summary>
    /// <param name="text">The line; brackets are nested no deeper than the stack bears.</param>
    /// <param name="geometry">Index at which the geometry begins, after the prefix.</param>
    /// <returns>The first fault; null when there is none.</returns>
    public static Fault? Check(ReadOnlySpan<char> text, out int geometry)
    {
        var syntax = new WktSyntax(text);
        var fault = syntax.Srid();
        geometry = syntax._at;
        return fault ?? syntax.Tagged() ?? syntax.End();
    }

    private Fault? Srid()
    {
        if (!Peek().Equals("SRID", StringComparison.OrdinalIgnoreCase))
            return null;
        Take();
        if (Mark('=') is { } missing)
            return missing;
        var at = Skip();
        if (!long.TryParse(Peek(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var system))
            return Wrong("the number of a reference system");
        Take();
        if (system != 4326)
            return new(at, "UNKNOWN_REFERENCE_SYSTEM", $"Its reference system is {system}; only 4326 (WGS 84) is read.");
        return Mark(';');
    }

    private Fault? Tagged()
    {
        Skip();
        var type = Peek().ToString().ToUpperInvariant();
        if (Bare(type) is not { } kind)
            return Wrong("a kind of geometry (POINT, LINESTRING, POLYGON, MULTIPOINT, MULTILINESTRING, MULTIPOLYGON or GEOMETRYCOLLECTION)");
        Take();
        if (kind == type && (Peek().ToString().ToUpperInvariant() is "Z" or "M" or "ZM"))
            Take();
        return kind switch
        {
            "POINT" => List(depth: 1, most: 1),
            "LINESTRING" or "LINEARRING" => List(depth: 1),
            "POLYGON" or "MULTILINESTRING" => List(depth: 2),
            "MULTIPOLYGON" => List(depth: 3),
            "MULTIPOINT" => List(depth: 1, bracketed: true),
            _ => List(depth: 0),
        };
    }

    /// <summary>Lists within lists: positions at depth 1, tagged geometries at 0.</summary>
    private Fault? List(int depth, int most = int.MaxValue, bool bracketed = false)
    {
        if (Peek().Equals("EMPTY", StringComparison.OrdinalIgnoreCase))
        {
            Take();
            return null;
        }
        if (Skip() >= _text.Length || _text[_at] != '(')
            return Wrong("\"(\" or EMPTY");
        for (var count = 1; ; count++)
        {
            _at++;
            var fault = depth == 0 ? Tagged() : depth > 1 ? List(depth - 1) : bracketed && (Next() == '(' || Peek().Equals("EMPTY", StringComparison.OrdinalIgnoreCase)) ? List(1, 1) : Position();
            if (fault is not null)
                return fault;
            if (Next() == ')')
            {
                _at++;
                return null;
            }
            if (Next() != ',' || count >= most)
                return Wrong(count >= most ? "\")\"" : "\",\" or \")\"");
        }
    }

    private Fault? Position()
    {
        for (var count = 0; count < 4; count++)
        {
            Skip();
            if (count >= 2 && (Next() is ',' or ')'))
                return null;
            if (!double.TryParse(Peek(), NumberStyles.Float, CultureInfo.InvariantCulture, out _))
                return Wrong(count < 2 ? "a number" : "a number, \",\" or \")\"");
            Take();
        }
        return null;
    }

    private Fault? End() => Skip() == _text.Length ? null : Wrong("the end of the line");

    private Fault? Mark(char mark)
    {
        if (Next() != mark)
            return Wrong($"\"{mark}\"");
        _at++;
        return null;
    }

    private Fault Wrong(string expected)
    {
        Skip();
        var found = Peek();
        var what = found.Length > 0 ? $"\"{found[..Math.Min(found.Length, 40)]}\"" : _at < _text.Length ? $"\"{_text[_at]}\"" : "the end of the line";
        return new(_at, "WKT_SYNTAX", $"Expected {expected}, found {what}.");
    }

    private char Next() => Skip() < _text.Length ? _text[_at] : '\0';

    private int Skip()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
        return _at;
    }

    /// <summary>The word or number that comes next; empty before a mark or the end.</summary>
    private ReadOnlySpan<char> Peek()
    {
        var end = Skip();
        while (end < _text.Length && !char.IsWhiteSpace(_text[end]) && !Marks.Contains(_text[end], StringComparison.Ordinal))
            end++;
        return _text[_at..end];
    }

    private void Take() => _at += Peek().Length;

    /// <summary>The kind of geometry without the letters for height and measure; null when it is none.</summary>
    private static string? Bare(string type)
    {
        foreach (var kind in (ReadOnlySpan<string>)["POINT", "LINESTRING", "LINEARRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION"])
        {
            if (type.StartsWith(kind, StringComparison.Ordinal) && (type[kind.Length..] is "" or "Z" or "M" or "ZM"))
                return kind;
        }
        return null;
    }
}
