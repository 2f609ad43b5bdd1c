namespace Truceline.Entity.Reading.Syntax;

/// <summary>Kinds of punctuation, as bits: a token knows which stand before it.</summary>
internal static class Marks
{
    public const byte Comma = 1;
    public const byte Quote = 2;
    public const byte Dash = 4;
    public const byte Colon = 8;
    public const byte Bracket = 16;
    public const byte Stop = 32;
    public const byte Sign = 64;

    /// <summary>The bit of a mark.</summary>
    public static byte Of(ReadOnlySpan<char> mark) => mark.IsEmpty ? (byte)0 : mark[0] switch
    {
        ',' or '،' => Comma,
        '"' or '“' or '”' or '«' or '»' or '\'' or '‘' or '’' => Quote,
        '-' or '–' or '—' => Dash,
        ':' or ';' => Colon,
        '(' or ')' or '[' or ']' => Bracket,
        '.' or '!' or '?' or '…' => Stop,
        _ => Sign,
    };
}
