using System.Globalization;
using System.Text;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Reports;

/// <summary>Says everything that is wrong with a draft.</summary>
internal sealed class SubmitReportValidator(TimeProvider time) : IRequestValidator<SubmitReportRequest>
{
    /// <summary>Longest text, in code points.</summary>
    internal const int LongestText = 262_144;

    /// <summary>Largest text, in bytes of UTF-8; an event that carries it stays well below the 4 MiB of a gRPC message.</summary>
    internal const int LargestText = 524_288;

    private const int LongestSource = 200;
    private const int LongestTitle = 500;
    private const int LongestUrl = 2_048;

    public string Reason => "REPORT_INVALID";

    public void Check(SubmitReportRequest request, FieldViolations violations)
    {
        if (request.Report is not { } draft)
        {
            violations.Add("report", "It is required.", "REQUIRED");
            return;
        }

        CheckText(draft.Text, "report.text", violations);
        violations.AddIf(draft.MediaType is not ("" or "text/plain" or "text/html"),
            "report.media_type", "It must be \"text/plain\" or \"text/html\".", "UNSUPPORTED");
        CheckPublished(draft.Published, "report.published", time.GetUtcNow(), violations);
        CheckLine(draft.Source, LongestSource, "report.source", violations);
        CheckLine(draft.Title, LongestTitle, "report.title", violations);
        violations.AddIf(draft.Url.Length > LongestUrl || (draft.Url.Length > 0 && !IsWebAddress(draft.Url)),
            "report.url", $"It must be an absolute http or https URL of at most {LongestUrl} characters.", "INVALID_URL");
        violations.AddIf(!Enum.IsDefined(draft.Reliability), "report.reliability", "It must be a grade from A to F.", "UNKNOWN_VALUE");
    }

    /// <summary>Notes what is wrong with a text.</summary>
    internal static void CheckText(string text, string field, FieldViolations violations)
    {
        if (text.Length == 0)
        {
            violations.Add(field, "It is required.", "REQUIRED");
            return;
        }

        violations.AddIf(CodePoints(text) > LongestText || Encoding.UTF8.GetByteCount(text) > LargestText,
            field, $"It must be at most {LongestText} code points and {LargestText} bytes.", "TOO_LONG");
        violations.AddIf(!text.EnumerateRunes().Any(r => Rune.IsLetterOrDigit(r) || Rune.IsSymbol(r)), field, "It must hold at least one letter, digit or symbol.", "NO_TEXT");
    }

    /// <summary>Notes what is wrong with a time of publication.</summary>
    internal static void CheckPublished(string published, string field, DateTimeOffset received, FieldViolations violations)
    {
        if (published.Length == 0)
        {
            return;
        }

        if (ReadPublished(published) is not { } instant)
        {
            violations.Add(field, "It must be a date such as \"2018-09-17\" or an instant such as \"2018-09-17T14:05:00Z\".", "INVALID_DATE");
            return;
        }

        violations.AddIf(instant.Year is < 1900 or > 2100, field, "Its year must be in the range [1900, 2100].", "OUT_OF_RANGE");
        violations.AddIf(instant > received.AddDays(1), field, "It must not be more than one day after receipt.", "IN_FUTURE");
    }

    /// <summary>The instant of a date or an instant in one of the two forms of a report; null when it is neither.</summary>
    internal static DateTimeOffset? ReadPublished(string published)
    {
        if (DateOnly.TryParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        }

        string[] formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
        var hasOffset = published.EndsWith('Z') || published.LastIndexOfAny(['+', '-']) > 10;
        return hasOffset && DateTimeOffset.TryParseExact(
            published, formats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;
    }

    private static void CheckLine(string value, int longest, string field, FieldViolations violations)
    {
        violations.AddIf(CodePoints(value) > longest, field, $"It must be at most {longest} code points.", "TOO_LONG");
        violations.AddIf(value.Any(char.IsControl), field, "It must not hold control characters.", "INVALID_CHARACTER");
    }

    private static int CodePoints(string value) => value.Length - value.Count(char.IsLowSurrogate);

    /// <summary>Whether it is an absolute address of the web.</summary>
    internal static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
