using System.Globalization;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Tables;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Formats.EventTables;

/// <summary>
/// Events in the columns of ACLED, the Armed Conflict Location and Event Data project (its codebook and its export's columns, both of the exports with
/// <c>event_id_cnty</c>, <c>disorder_type</c> and <c>tags</c> and of the older ones with <c>data_id</c> and <c>iso3</c>). The text of a report is the
/// notes; its agency the first source that the row names, for that is what it corroborates or does not; its external id the event's id, so that a corrected row is a later version.
/// </summary>
internal sealed class AcledFormat : TableFormat
{
    private static readonly string[] Known =
    [
        "data_id", "iso", "event_id_cnty", "event_id_no_cnty", "event_date", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
        "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "admin1", "admin2", "admin3", "location", "geo_precision",
        "source_scale", "notes", "fatalities", "iso3", "civilian_targeting",
    ];

    // Columns of other tables that use some of the same names.
    private static readonly string[] Foreign = ["type_of_violence", "dyad_name", "date_start"];

    private static readonly string[] Latitude = ["latitude"];
    private static readonly string[] Longitude = ["longitude"];

    /// <inheritdoc/>
    public override string Name => "acled-csv";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> DateColumns => ["event_date"];

    /// <inheritdoc/>
    protected override bool IsHeader(TableHeader header) =>
        header.Has("event_date") && header.Has("event_type") && header.Count(Known) >= 5 && header.Count(Foreign) == 0;

    /// <inheritdoc/>
    protected override FormatMatch Sureness(TableHeader header) => header.Count(Known) >= 9 ? FormatMatch.Certain : FormatMatch.Likely;

    /// <inheritdoc/>
    protected override ReportContent Content(TableRow row, DayOrder dates)
    {
        var (start, end) = EventCells.Days(row, dates, "event_date", "event_date");
        var deaths = EventCells.Deaths(row, "fatalities");
        var observation = new Observation
        {
            EventType = First(row["sub_event_type"], row["event_type"]),
            Position = Cells.Place(row, Latitude, Longitude),
            Confidence = ObserverConfidence.Reported,
        };
        (observation.Start, observation.End) = Spread(start, end, row["time_precision"]);
        observation.RadiusM = observation.Position is null ? 0 : RadiusM(row["geo_precision"]);
        if (deaths is { } count)
        {
            (observation.FatalitiesLow, observation.FatalitiesHigh) = (count, count);
        }

        EventCells.AddPlaces(observation, row["location"], row["admin3"], row["admin2"], row["admin1"], row["country"], row["region"]);
        EventCells.AddActors(observation, row["actor1"], row["assoc_actor_1"], row["actor2"], row["assoc_actor_2"]);
        var content = new ReportContent
        {
            Text = Text(row),
            ExternalId = First(row["event_id_cnty"], row["data_id"], row["event_id_no_cnty"]),
            Outlet = "ACLED",
            Agency = EventCells.FirstOf(row["source"]),
            Published = First(dates.Read(row["timestamp"]) ?? "", end),
            Observation = observation,
        };
        foreach (var kept in new[] { "event_type", "time_precision", "geo_precision", "source" })
        {
            if (row[kept] is { Length: > 0 } value)
            {
                observation.Fields[kept] = value;
            }
        }

        EventCells.AddRest(observation, row);
        return content;
    }

    // Without notes the row speaks for itself.
    private static MappedText Text(TableRow row) => row.Text("notes") is { Text.Length: > 0 } notes
        ? notes
        : new RowText()
            .Sentence("", ", ", row.Text("sub_event_type"), row.Text("event_type"))
            .Sentence("Date", "", row.Text("event_date"))
            .Sentence("Place", ", ", row.Text("location"), row.Text("admin2"), row.Text("admin1"), row.Text("country"))
            .Sentence("Actors", "; ", row.Text("actor1"), row.Text("assoc_actor_1"), row.Text("actor2"), row.Text("assoc_actor_2"))
            .Sentence("Fatalities", "", row.Text("fatalities"))
            .Sentence("Source", "", row.Text("source"))
            .ToText();

    // Codebook, time precision: 1 the day is known, 2 the week, 3 the month.
    private static (string Start, string End) Spread(string start, string end, string precision)
    {
        if (!DateOnly.TryParseExact(start, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || Cells.Count(precision) is not (2 or 3))
        {
            return (start, end);
        }

        var (first, last) = Cells.Count(precision) == 2
            ? (day.AddDays(-3), day.AddDays(3))
            : (day.AddDays(1 - day.Day), day.AddDays(1 - day.Day).AddMonths(1).AddDays(-1));
        return (first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    // Codebook, geo precision: 1 the place itself, 2 near it or in its part of the region, 3 the region. The metres are ours.
    private static double RadiusM(string precision) => Cells.Count(precision) switch
    {
        1 => 2_000,
        2 => 25_000,
        3 => 100_000,
        _ => 0,
    };

    private static string First(params ReadOnlySpan<string> values)
    {
        foreach (var value in values)
        {
            if (value.Length > 0)
            {
                return value;
            }
        }

        return "";
    }
}
