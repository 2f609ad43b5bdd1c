using System.Globalization;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.EventTables;
using Truceline.Ingest.Formats.Tables;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Formats.Forms;

/// <summary>Field reports as CSV, one a row, in the columns that README.md beside this file lists: the JSON form with its lists in single cells.</summary>
internal sealed class FieldReportCsvFormat : TableFormat
{
    private const double LargestRadiusM = 1_000_000;

    private static readonly string[] What = ["what", "description"];
    private static readonly string[] Start = ["start", "when", "date"];
    private static readonly string[] End = ["end", "when_end"];
    private static readonly string[] Place = ["place", "where", "location"];
    private static readonly string[] Latitude = ["latitude", "lat"];
    private static readonly string[] Longitude = ["longitude", "lon", "lng", "long"];
    private static readonly string[] Observer = ["observer", "observed_by", "who"];
    private static readonly string[] Confidence = ["confidence", "how_sure", "certainty"];
    private static readonly string[] Rest = ["form_id", "mission", "title", "event_type", "district", "region", "country", "radius_m", "actors", "killed_low", "photos", "reported"];

    /// <inheritdoc/>
    public override string Name => "field-report-csv";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> DateColumns => [.. Start, .. End, "reported", "updated"];

    /// <inheritdoc/>
    protected override bool IsHeader(TableHeader header) =>
        header.Count(What) > 0 && header.Count(Start) > 0 && (header.Count(Observer) > 0 || header.Count(Confidence) > 0)
        && (header.Count(Place) > 0 || header.Count(Latitude) > 0) && !header.Has("event_date") && !header.Has("type_of_violence");

    /// <inheritdoc/>
    protected override FormatMatch Sureness(TableHeader header) =>
        header.Count(Observer) > 0 && header.Count(Confidence) > 0 && header.Count(Rest) >= 1 ? FormatMatch.Certain : FormatMatch.Likely;

    /// <inheritdoc/>
    protected override ReportContent Content(TableRow row, DayOrder dates)
    {
        var text = row.Text(What);
        Require(row, ColumnOf(row, What), text.Text.Any(char.IsLetter), text.Text.Length);
        var start = Time(row, dates, Start);
        var end = Time(row, dates, End) is { Length: > 0 } last ? last : start;
        if (FormTimes.IsBefore(end, start))
        {
            row.Refuse(ColumnOf(row, End), "It must not be before the start.", "OUT_OF_RANGE");
        }

        Require(row, ColumnOf(row, Start), start.Length > 0, row[Start].Length);
        Require(row, ColumnOf(row, Observer), row[Observer].Length > 0, 0);
        var observation = new Observation
        {
            EventType = row["event_type"],
            Start = start,
            End = end,
            Position = Cells.Place(row, Latitude, Longitude),
            RadiusM = Radius(row),
            Observer = row[Observer],
            Confidence = Sure(row),
        };
        EventCells.AddPlaces(observation, row[Place], row["district"], row["region"], row["country"]);
        Require(row, ColumnOf(row, Place), observation.Places.Count > 0 || observation.Position is not null, 0);
        EventCells.AddActors(observation, row["actors", "actor"]);
        AddCasualties(observation, row);
        var content = new ReportContent
        {
            Text = text,
            Title = row["title"],
            ExternalId = row["form_id", "id"],
            Outlet = row["mission"],
            Url = row["url"],
            Language = row["language"],
            Published = Time(row, dates, "reported") is { Length: > 0 } reported ? reported : end,
            Updated = Time(row, dates, "updated"),
            Observation = observation,
        };
        EventCells.AddRest(observation, row);
        return content;
    }

    private static ObserverConfidence Sure(TableRow row)
    {
        var confidence = FormConfidence.Read(row[Confidence]);
        if (confidence == ObserverConfidence.Unspecified)
        {
            row.Refuse(ColumnOf(row, Confidence), $"It must be one of {FormConfidence.Words}.", row[Confidence].Length == 0 ? "REQUIRED" : "UNKNOWN_VALUE");
        }

        return confidence;
    }

    private static double Radius(TableRow row)
    {
        var text = row["radius_m", "radius"];
        if (text.Length == 0 || Cells.Number(text) is >= 0 and <= LargestRadiusM)
        {
            return text.Length == 0 ? 0 : Cells.Number(text)!.Value;
        }

        row.Refuse("radius_m", "It must be metres in the range [0, 1000000].", Cells.Number(text) is null ? "INVALID_NUMBER" : "OUT_OF_RANGE");
        return 0;
    }

    private static void AddCasualties(Observation observation, TableRow row)
    {
        var low = EventCells.Deaths(row, row["killed_low"].Length > 0 ? "killed_low" : "killed");
        var high = EventCells.Deaths(row, "killed_high") ?? low;
        low ??= high is null ? null : 0;
        if (low is { } least && high is { } most)
        {
            (observation.FatalitiesLow, observation.FatalitiesHigh) = (least, most);
            if (most < least)
            {
                row.Refuse("killed_high", "It must not be less than killed_low.", "OUT_OF_RANGE");
            }
        }

        foreach (var column in new[] { "injured_low", "injured_high", "missing_low", "missing_high" })
        {
            if (EventCells.Deaths(row, column) is { } count)
            {
                observation.Fields[column] = count.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    private static string Time(TableRow row, DayOrder dates, params string[] columns)
    {
        var text = row[columns];
        var time = text.Length == 0 ? "" : dates.Read(text) ?? "";
        if (text.Length > 0 && time.Length == 0)
        {
            row.Refuse(ColumnOf(row, columns), "It must be a day or an instant.", "INVALID_DATE");
        }

        return time;
    }

    // The name that the file uses: a header has at least one of them, or the first stands for all.
    private static string ColumnOf(TableRow row, string[] columns) => Array.Find(columns, row.Has) ?? columns[0];

    private static void Require(TableRow row, string column, bool isThere, int length)
    {
        if (!isThere && length == 0)
        {
            row.Refuse(column, "It is required.", "REQUIRED");
        }
        else if (!isThere && What.Contains(column))
        {
            row.Refuse(column, "It must hold at least one letter.", "NO_TEXT");
        }
    }
}
