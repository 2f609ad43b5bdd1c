using System.Globalization;

namespace Truceline.Ingest.Formats.Json;

/// <summary>
/// Replaces escapes of half a character (<c>\ud83d</c> without the other half, as cut texts end) by the escape of U+FFFD, which is as long: nothing moves. JSON's grammar allows
/// them, but no text can hold them.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>The document without them; the same when there are none.</summary>
    internal static string Replace(string json)
    {
        char[]? mended = null;
        for (var at = json.IndexOf('\\', StringComparison.Ordinal); at >= 0 && at + 1 < json.Length;)
        {
            var unit = UnitAt(json, at);
            if (unit is { } high && char.IsHighSurrogate(high) && UnitAt(json, at + EscapeLength) is { } low && char.IsLowSurrogate(low))
            {
                at += 2 * EscapeLength;
            }
            else if (unit is { } half && char.IsSurrogate(half))
            {
                mended ??= json.ToCharArray();
                "fffd".CopyTo(mended.AsSpan(at + 2));
                at += EscapeLength;
            }
            else
            {
                at += 2;
            }

            var next = at < json.Length ? json.AsSpan(at).IndexOf('\\') : -1;
            at = next < 0 ? -1 : at + next;
        }

        return mended is null ? json : new string(mended);
    }

    private static char? UnitAt(string json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
            && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
