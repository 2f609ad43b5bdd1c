using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Truceline.GeoZone.Maps.Queries;

/// <summary>The parameters <c>limit</c> and <c>cursor</c>. A cursor holds the id of the last feature given, so that pages stay right while features come and go.</summary>
/// <param name="Limit">How many features at most; [1, 10000].</param>
/// <param name="After">Only features whose ids follow this one; null from the beginning.</param>
internal sealed record PageFilter(int Limit, string? After)
{
    /// <summary>How many when none is asked for.</summary>
    public const int DefaultLimit = 100;

    /// <summary>How many at most; who asks for more gets so many.</summary>
    public const int LargestLimit = 10_000;

    public static PageFilter Read(QueryReader query)
    {
        var limit = DefaultLimit;
        if (query.Take("limit") is { } text)
        {
            // A number too large for an int is a number all the same.
            if (text.Length > 0 && text.All(char.IsAsciiDigit) && text.Any(c => c != '0'))
                limit = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Min(asked, LargestLimit) : LargestLimit;
            else
                query.Fault("limit", "OUT_OF_RANGE", "It must be a whole number of 1 or more.");
        }
        if (query.Take("cursor") is not { } cursor)
            return new(limit, null);
        var after = Decode(cursor);
        if (after is null)
            query.Fault("cursor", "MALFORMED", "It must come from a link to the next page.");
        return new(limit, after);
    }

    /// <summary>The cursor of the page after a feature.</summary>
    public static string CursorAfter(string id) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(id));

    private static string? Decode(string cursor)
    {
        try
        {
            var id = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Base64Url.DecodeFromChars(cursor));
            return id.Length == 0 ? null : id;
        }
        catch (Exception exception) when (exception is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}
