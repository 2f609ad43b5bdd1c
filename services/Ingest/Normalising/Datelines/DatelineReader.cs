using Truceline.Ingest.Normalising.Datelines;

namespace Truceline.Ingest.Normalising;

/// <summary>Finds the dateline among the first lines of a report, whatever stands above it. Pure; reads at most 4,000 characters.</summary>
internal static class DatelineReader
{
    private const int MostLines = 24;
    private const int MostCharacters = 4000;
    private const int LongestDateline = 200;

    /// <summary>The dateline; null when there is none.</summary>
    /// <param name="text">The report.</param>
    internal static Dateline? Read(string text)
    {
        var at = 0;
        for (var line = 0; line < MostLines && at < text.Length && at < MostCharacters; line++)
        {
            var end = text.IndexOf('\n', at, Math.Min(text.Length, MostCharacters) - at);
            end = end < 0 ? text.Length : end;
            if (ReadLine(text, at, end) is { } found)
            {
                return found;
            }

            at = end + 1;
        }

        return null;
    }

    private static Dateline? ReadLine(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '*' or '"' or '\u200F' or '\u200E' or '>' or '\uFEFF'))
        {
            start++;
        }

        if (start >= end || char.IsLower(text[start]) && !char.IsLetter(text[start]))
        {
            return null;
        }

        var line = text.AsSpan(start, Math.Min(end - start, LongestDateline));
        if (EastAsianHeader.Read(line) is { } eastern)
        {
            return Found(text, start, eastern);
        }

        return new HeaderParser(line, HeaderTokens.Of(line)).Parse() is { } found ? Found(text, start, found) : null;
    }

    private static Dateline Found(string text, int start, HeaderFound found) =>
        new(start + found.Start, start + found.End, text[(start + found.Start)..(start + found.End)], found.Place, found.Day, found.Agency);
}
