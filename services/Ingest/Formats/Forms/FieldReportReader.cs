using System.Globalization;
using System.Text.Json;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Json;
using Truceline.Ingest.V1;
using Truceline.Type.V1;

namespace Truceline.Ingest.Formats.Forms;

/// <summary>Takes the report out of a form that <see cref="FieldReportSchema"/> found right. Pure.</summary>
internal static class FieldReportReader
{
    /// <summary>The report.</summary>
    /// <param name="source">The form.</param>
    /// <param name="offset">Where it begins in the document's characters.</param>
    internal static ReportContent Read(JsonSource source, long offset)
    {
        var form = source.Root;
        var when = form.GetProperty("when");
        var where = form.GetProperty("where");
        var observer = form.GetProperty("observer");
        var start = Time(when, "start");
        var end = Time(when, "end") is { Length: > 0 } last ? last : start;
        var observation = new Observation
        {
            EventType = String(form, "event_type"),
            Start = start,
            End = end,
            Position = where.TryGetProperty("position", out var position)
                ? new Position { Latitude = position.GetProperty("latitude").GetDouble(), Longitude = position.GetProperty("longitude").GetDouble() }
                : null,
            RadiusM = where.TryGetProperty("radius_m", out var radius) ? radius.GetDouble() : 0,
            Observer = String(observer, "name"),
            Confidence = FormConfidence.Read(String(form, "confidence")),
            Places = { Elements(where, "places").Select(p => p.GetString()!) },
            Actors = { Elements(form, "actors").Select(a => String(a, "name")) },
        };
        AddCasualties(observation, form);
        AddFields(observation, form, observer);
        return new ReportContent
        {
            Text = Shift(source.TextOf(form.GetProperty("what")), offset),
            Title = String(form, "title"),
            ExternalId = String(form, "form_id"),
            Outlet = String(form, "mission"),
            Url = String(form, "url"),
            Language = String(form, "language"),
            Published = Time(form, "reported") is { Length: > 0 } reported ? reported : end,
            Updated = Time(form, "updated"),
            Observation = observation,
        };
    }

    private static void AddCasualties(Observation observation, JsonElement form)
    {
        if (!form.TryGetProperty("casualties", out var casualties))
        {
            return;
        }

        foreach (var kind in casualties.EnumerateObject())
        {
            var low = (int)kind.Value.GetProperty("low").GetDouble();
            var high = kind.Value.TryGetProperty("high", out var most) ? (int)most.GetDouble() : low;
            if (kind.Name == "killed")
            {
                (observation.FatalitiesLow, observation.FatalitiesHigh) = (low, high);
            }
            else
            {
                observation.Fields[$"{kind.Name}_low"] = low.ToString(CultureInfo.InvariantCulture);
                observation.Fields[$"{kind.Name}_high"] = high.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    private static void AddFields(Observation observation, JsonElement form, JsonElement observer)
    {
        foreach (var field in form.TryGetProperty("fields", out var fields) ? fields.EnumerateObject() : default)
        {
            observation.Fields[field.Name] = field.Value.GetString()!;
        }

        Add("observer_role", String(observer, "role"));
        Add("observer_unit", String(observer, "unit"));
        foreach (var role in new[] { "initiator", "target", "other" })
        {
            Add(role, string.Join('\n', Elements(form, "actors").Where(a => String(a, "role") == role).Select(a => String(a, "name"))));
        }

        Add("photos", string.Join('\n', Elements(form, "photos").Select(p =>
            string.Join(" | ", new[] { String(p, "reference"), String(p, "taken"), String(p, "caption") }.Where(v => v.Length > 0)))));

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                observation.Fields[name] = value;
            }
        }
    }

    private static MappedText Shift(MappedText text, long offset) => new(text.Text, new TextMap(
        [.. text.Map.Runs.Where(r => r.OriginalStart + r.OriginalLength + offset <= int.MaxValue).Select(r => r with { OriginalStart = (int)(r.OriginalStart + offset) })]));

    private static IEnumerable<JsonElement> Elements(JsonElement parent, string member) =>
        parent.TryGetProperty(member, out var list) ? list.EnumerateArray() : [];

    private static string String(JsonElement parent, string member) => parent.TryGetProperty(member, out var value) ? value.GetString() ?? "" : "";

    private static string Time(JsonElement parent, string member) => FormTimes.Read(String(parent, member));
}
