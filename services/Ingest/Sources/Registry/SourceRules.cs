using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Sources.Fetching;
using Truceline.Ingest.Sources.Polling;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Sources.Registry;

/// <summary>What holds for the fields of a source. Pure, apart from the present time.</summary>
internal sealed partial class SourceRules(
    FormatDetector detector, AddressRules addresses, IOptions<SourcesOptions> options, TimeProvider time)
{
    private readonly string[] _formats = [.. detector.Formats.Select(f => f.Name).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Notes every violation.</summary>
    /// <param name="source">The source; null when the request has none.</param>
    /// <param name="fields">Which fields count, of <see cref="SourceChange.Fields"/>.</param>
    /// <param name="violations">Takes what is wrong.</param>
    internal void Check(Source? source, IReadOnlyCollection<string> fields, FieldViolations violations)
    {
        if (source is null)
        {
            violations.Add("source", "It is required.", "REQUIRED");
            return;
        }

        foreach (var field in fields)
        {
            switch (field)
            {
                case "name":
                    violations.AddIf(string.IsNullOrWhiteSpace(source.Name), "source.name", "It is required.", "REQUIRED");
                    CheckLine(source.Name, "source.name", violations);
                    break;
                case "address":
                    CheckAddress(source.Address, violations);
                    break;
                case "expected_format":
                    violations.AddIf(source.ExpectedFormat.Length > 0 && !_formats.Contains(source.ExpectedFormat),
                        "source.expected_format", $"It must be empty or one of {string.Join(", ", _formats)}.", "UNKNOWN_VALUE");
                    break;
                case "interval_seconds" or "cron":
                    CheckSchedule(source, violations);
                    break;
                case "outlet":
                    CheckLine(source.Outlet, "source.outlet", violations);
                    break;
                case "language":
                    violations.AddIf(source.Language.Length > SourceLimits.LongestTag || (source.Language.Length > 0 && !LanguageTag().IsMatch(source.Language)),
                        "source.language", "It must be a language tag (BCP 47) such as \"ar\" or \"pt-BR\".", "INVALID_LANGUAGE");
                    break;
                case "reliability":
                    violations.AddIf(!Enum.IsDefined(source.Reliability), "source.reliability", "It must be a grade from A to F.", "UNKNOWN_VALUE");
                    break;
            }
        }
    }

    private void CheckSchedule(Source source, FieldViolations violations)
    {
        switch (source.ScheduleCase)
        {
            case Source.ScheduleOneofCase.IntervalSeconds:
                violations.AddIf(source.IntervalSeconds < options.Value.ShortestIntervalSeconds || source.IntervalSeconds > SourceLimits.LongestInterval,
                    "source.interval_seconds",
                    $"It must be in the range [{options.Value.ShortestIntervalSeconds}, {SourceLimits.LongestInterval}].",
                    "OUT_OF_RANGE");
                break;
            case Source.ScheduleOneofCase.Cron:
                violations.AddIf(source.Cron.Length > SourceLimits.LongestCron || !SourceSchedule.IsCron(source.Cron, time.GetUtcNow()),
                    "source.cron", "It must be a cron expression of five fields that comes true some day, such as \"*/15 * * * *\".", "INVALID_CRON");
                break;
        }
    }

    private void CheckAddress(string address, FieldViolations violations)
    {
        const string Field = "source.address";
        if (address.Length is 0 or > SourceLimits.LongestAddress)
        {
            violations.Add(Field, $"It is required and must have at most {SourceLimits.LongestAddress} characters.", address.Length == 0 ? "REQUIRED" : "TOO_LONG");
            return;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Fragment.Length > 0 || uri.AbsoluteUri.Length > SourceLimits.LongestAddress
            || addresses.Refusal(uri) == FetchReasons.UrlRefused)
        {
            violations.Add(Field, "It must be an absolute http or https URL without user name and fragment.", "INVALID_URL");
            return;
        }

        // A name is judged when it is resolved, at every connection.
        var refusal = addresses.Refusal(uri);
        violations.AddIf(refusal == FetchReasons.PortRefused, Field, "The operator does not allow this port.", "REFUSED_PORT");
        violations.AddIf(refusal == FetchReasons.AddressRefused || uri.IsLoopback && refusal.Length > 0,
            Field, "It must not be a private, loopback or link-local address.", "REFUSED_ADDRESS");
    }

    private static void CheckLine(string value, string field, FieldViolations violations)
    {
        violations.AddIf(value.EnumerateRunes().Count() > SourceLimits.LongestName, field, $"It must have at most {SourceLimits.LongestName} code points.", "TOO_LONG");
        violations.AddIf(value.Any(char.IsControl), field, "It must not hold control characters.", "INVALID_CHARACTER");
    }

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
