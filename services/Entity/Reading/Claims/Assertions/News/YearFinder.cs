using System.Globalization;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Assertions.News;

/// <summary>Years that stand alone in a text.</summary>
internal static class YearFinder
{
    /// <summary>The first year in digits among the tokens [first, end); null when none stands there.</summary>
    public static int? At(Words words, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words[i].Length == 4 && int.TryParse(words[i], NumberStyles.None, null, out var year) && year is > 1900 and < 2100)
            {
                return year;
            }
        }
        return null;
    }
}
