using System.Globalization;
using System.Text;

namespace Truceline.GeoZone.Maps.Sources;

/// <summary>Words of tracks as features show them.</summary>
internal static class TrackWords
{
    /// <summary>An object's id as a path takes it: letters, digits, hyphens, underscores, points and colons stay; of all else each byte (UTF-8) is "~" and two hexadecimal digits.</summary>
    public static string Id(string objectId)
    {
        var id = new StringBuilder(objectId.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(objectId))
        {
            if (char.IsAsciiLetterOrDigit((char)unit) || (char)unit is '-' or '_' or ':' || ((char)unit == '.' && id.Length > 0))
                id.Append((char)unit);
            else
                id.Append(CultureInfo.InvariantCulture, $"~{unit:x2}");
        }
        return id.ToString();
    }

    /// <summary>An instant, UTC.</summary>
    /// <param name="ticks">In ticks (100 ns).</param>
    public static string Time(long ticks) => new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);
}
