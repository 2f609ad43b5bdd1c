using System.Globalization;
using System.Text.RegularExpressions;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Agreements;

/// <summary>The checks that recur from field to field. Each notes what is wrong under the field's path and goes on.</summary>
internal sealed partial class FieldChecks(FieldViolations violations)
{
    /// <summary>How many violations were noted.</summary>
    public int Count => violations.Count;

    public void Add(string path, string description, string reason) => violations.Add(path, description, reason);

    /// <summary>Lower case letters, digits and hyphens, 1 to 63 of them, a letter or digit at both ends.</summary>
    public void Id(string path, string value)
    {
        if (value.Length == 0)
            Add(path, "It is required.", "REQUIRED");
        else if (!IdPattern().IsMatch(value))
            Add(path, "It must be 1 to 63 lower case letters, digits and hyphens, with a letter or digit at both ends.", "MALFORMED_ID");
    }

    public void Text(string path, string value, int most, bool required = true)
    {
        if (required && string.IsNullOrWhiteSpace(value))
            Add(path, "It is required.", "REQUIRED");
        else if (new StringInfo(value).LengthInTextElements > most || value.EnumerateRunes().Count() > most)
            Add(path, $"It must have at most {most} characters.", "TOO_LONG");
    }

    /// <summary>The day, or null when it is absent or malformed, which is noted.</summary>
    public DateOnly? Day(string path, string value, bool required = true)
    {
        if (DayRange.TryDay(value, out var day))
            return day;
        if (value.Length > 0)
            Add(path, "It must be a day of the calendar as YYYY-MM-DD.", "MALFORMED_DATE");
        else if (required)
            Add(path, "It is required, as YYYY-MM-DD.", "REQUIRED");
        return null;
    }

    /// <summary>A first day and the day after the last.</summary>
    public void Validity(string path, string from, string to)
    {
        var first = Day($"{path}.valid_from", from);
        var end = Day($"{path}.valid_to", to, required: false);
        if (first is not null && end is not null && end <= first)
            Add($"{path}.valid_to", "It must be after valid_from.", "OUT_OF_RANGE");
    }

    public void Chosen<T>(string path, T value) where T : struct, Enum
    {
        if (EqualityComparer<T>.Default.Equals(value, default) || !Enum.IsDefined(value))
            Add(path, "It is required: one of the values other than unspecified.", "REQUIRED");
    }

    public void Number(string path, double value, double least, double most, string unit)
    {
        if (!(value >= least && value <= most))
            Add(path, string.Create(CultureInfo.InvariantCulture, $"It must be in the range [{least:0.##}, {most:0.##}] {unit}."), "OUT_OF_RANGE");
    }

    /// <summary>An id that must be among those declared.</summary>
    public void Reference(string path, string id, IReadOnlySet<string> known, string of)
    {
        if (id.Length == 0)
            Add(path, $"It is required: the id of {of}.", "REQUIRED");
        else if (!known.Contains(id))
            Add(path, $"No {of} of this agreement has this id.", "UNKNOWN_ID");
    }

    /// <summary>Notes every id that was there before.</summary>
    public void Unique(IEnumerable<(string Path, string Id)> ids, HashSet<string> seen)
    {
        foreach (var (path, id) in ids)
        {
            if (id.Length > 0 && !seen.Add(id))
                Add(path, "This id is used twice.", "DUPLICATE_ID");
        }
    }

    /// <summary>Where something was read: at least one source.</summary>
    public void Sources(string path, IReadOnlyList<SourceReference> sources)
    {
        if (sources.Count == 0)
            Add(path, "At least one is required.", "REQUIRED");
        for (var i = 0; i < sources.Count; i++)
        {
            Text($"{path}[{i}].title", sources[i].Title, 500);
            if (sources[i].Url.Length > 0 && !(Uri.TryCreate(sources[i].Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
                Add($"{path}[{i}].url", "It must be an absolute http or https URL.", "MALFORMED_URL");
        }
    }

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
