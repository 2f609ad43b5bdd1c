using System.Globalization;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Entity.Readings;

/// <summary>Says everything that is wrong with a text that is to be read without being accepted.</summary>
internal sealed class ReadTextValidator : IRequestValidator<ReadTextRequest>
{
    /// <summary>Longest text, in code points: it is read while the caller waits.</summary>
    internal const int LongestText = 65_536;

    private const int LongestSource = 200;
    private const int LongestLanguage = 35;
    private const int MostAreas = 100;
    private const double LargestRadiusM = 5_000_000;

    public string Reason => "TEXT_INVALID";

    public void Check(ReadTextRequest request, FieldViolations violations)
    {
        // A text that is too long by its characters is not counted further.
        var tooLong = request.Text.Length > LongestText * 2 || request.Text.EnumerateRunes().Count() > LongestText;
        violations.AddIf(tooLong, "text", $"It must have at most {LongestText} code points.", "TOO_LONG");
        violations.AddIf(!tooLong && !request.Text.EnumerateRunes().Any(r => System.Text.Rune.IsLetterOrDigit(r) || System.Text.Rune.IsSymbol(r)),
            "text", "It is required and must hold at least one letter, digit or symbol.", "REQUIRED");
        violations.AddIf(request.Published.Length > 0 && !IsInstant(request.Published), "published", "It must be a date, YYYY-MM-DD, or an RFC 3339 instant.", "INVALID_DATE");
        violations.AddIf(request.DatelineDate.Length > 0 && !IsDay(request.DatelineDate), "dateline_date", "It must be a day, YYYY-MM-DD.", "INVALID_DATE");
        violations.AddIf(request.Source.EnumerateRunes().Count() > LongestSource, "source", $"It must have at most {LongestSource} code points.", "TOO_LONG");
        violations.AddIf(request.Language.Length > LongestLanguage || request.Language.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'),
            "language", "It must be a BCP 47 tag such as \"en\".", "INVALID_LANGUAGE");
        violations.AddIf(!System.Enum.IsDefined(request.Reliability), "reliability", "It must be a grade of reliability.", "UNKNOWN_VALUE");
        violations.AddIf(!System.Enum.IsDefined(request.AreaChoice), "area_choice", "It must be a choice of areas.", "UNKNOWN_VALUE");
        violations.AddIf(request.Areas.Count > MostAreas, "areas", $"It must have at most {MostAreas} items.", "TOO_MANY");
        for (var i = 0; i < Math.Min(request.Areas.Count, MostAreas); i++)
        {
            CheckArea(request.Areas[i], string.Create(CultureInfo.InvariantCulture, $"areas[{i}]"), violations);
        }
    }

    private static void CheckArea(ReadingArea area, string field, FieldViolations violations)
    {
        violations.AddIf(area.Position is null, $"{field}.position", "It is required.", "REQUIRED");
        violations.AddIf(area.Position is { } at && !(at.Latitude is >= -90 and <= 90 && at.Longitude is >= -180 and <= 180),
            $"{field}.position", "Its latitude must be in the range [-90, 90], its longitude in [-180, 180].", "OUT_OF_RANGE");
        violations.AddIf(area.RadiusM is not (> 0 and <= LargestRadiusM), $"{field}.radius_m", $"It must be in the range (0, {LargestRadiusM:F0}].", "OUT_OF_RANGE");
    }

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsInstant(string text) =>
        IsDay(text) || (text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _));
}
