using System.Globalization;
using System.Text.Json;
using Google.Rpc;
using Truceline.Ingest.Formats.JsonSchemas;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Formats.Forms;

/// <summary>
/// Everything that is wrong with a field report: what <c>field-report.schema.json</c> beside this file does not allow, and what a schema can't say (a day that the
/// calendar lacks, an end before its start). Safe for many threads.
/// </summary>
internal static class FieldReportSchema
{
    /// <summary>Value of the member <c>format</c>.</summary>
    internal const string Mark = "truceline-field-report/1";

    private const string Resource = "Truceline.Ingest.Formats.Forms.field-report.schema.json";

    private static readonly Lazy<(SchemaDocument Schema, SchemaValidator Validator)> Loaded = new(() =>
    {
        using var stream = typeof(FieldReportSchema).Assembly.GetManifestResourceStream(Resource)!;
        var schema = SchemaDocument.Read(stream);
        return (schema, new SchemaValidator([(schema.Id, schema)]));
    });

    /// <summary>All violations, each at its JSON Pointer within the report.</summary>
    internal static IReadOnlyList<BadRequest.Types.FieldViolation> Check(JsonElement report)
    {
        var (schema, validator) = Loaded.Value;
        var violations = new FieldViolations();
        foreach (var fault in validator.Validate(schema, report))
        {
            violations.Add(fault.Pointer, fault.Description, Reason(report, fault));
        }

        if (violations.Count == 0)
        {
            CheckMeaning(report, violations);
        }

        return violations.All;
    }

    private static void CheckMeaning(JsonElement report, FieldViolations violations)
    {
        var when = report.GetProperty("when");
        var start = Time(when, "start", "/when/start", violations);
        var end = Time(when, "end", "/when/end", violations);
        violations.AddIf(FormTimes.IsBefore(end, start), "/when/end", "It must not be before start.", "OUT_OF_RANGE");
        Time(report, "reported", "/reported", violations);
        Time(report, "updated", "/updated", violations);
        if (report.TryGetProperty("casualties", out var casualties))
        {
            foreach (var kind in casualties.EnumerateObject())
            {
                violations.AddIf(kind.Value.TryGetProperty("high", out var high) && high.GetDouble() < kind.Value.GetProperty("low").GetDouble(),
                    $"/casualties/{kind.Name}/high", "It must not be less than low.", "OUT_OF_RANGE");
            }
        }

        var photo = 0;
        foreach (var taken in report.TryGetProperty("photos", out var photos) ? photos.EnumerateArray() : default)
        {
            Time(taken, "taken", string.Create(CultureInfo.InvariantCulture, $"/photos/{photo++}/taken"), violations);
        }
    }

    private static string Time(JsonElement parent, string member, string pointer, FieldViolations violations)
    {
        if (!parent.TryGetProperty(member, out var value))
        {
            return "";
        }

        var time = FormTimes.Read(value.GetString()!);
        violations.AddIf(time.Length == 0, pointer, "It must be a day or an instant of the calendar, in the years [1900, 2100].", "INVALID_DATE");
        return time;
    }

    private static string Reason(JsonElement report, SchemaFault fault)
    {
        var value = (JsonElement?)report;
        foreach (var step in fault.Pointer.Split('/').Skip(1).Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            value = value switch
            {
                { ValueKind: JsonValueKind.Object } parent when parent.TryGetProperty(step, out var member) => member,
                { ValueKind: JsonValueKind.Array } parent when int.TryParse(step, CultureInfo.InvariantCulture, out var i) && i < parent.GetArrayLength() => parent[i],
                _ => null,
            };
        }

        return value is null ? "REQUIRED" : fault.Description.StartsWith("There is no such", StringComparison.Ordinal) ? "UNKNOWN_FIELD" : "INVALID_VALUE";
    }
}
