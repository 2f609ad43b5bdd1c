using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Tables;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Formats.EventTables;

/// <summary>
/// Events in the columns of the Georeferenced Event Dataset of the Uppsala Conflict Data Program (UCDP GED codebook; yearly and candidate releases, old
/// <c>_dset_id</c> and new <c>_new_id</c> columns alike). The table has no narrative: the text of a report is what its row says, cell by cell.
/// </summary>
internal sealed class UcdpFormat : TableFormat
{
    private static readonly string[] Known =
    [
        "relid", "active_year", "code_status", "type_of_violence", "conflict_new_id", "conflict_name", "dyad_new_id", "dyad_name", "side_a", "side_b",
        "number_of_sources", "source_article", "source_office", "source_headline", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
        "geom_wkt", "priogrid_gid", "country_id", "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
        "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob", "best_est", "high_est", "low_est",
    ];

    private static readonly string[] Latitude = ["latitude"];
    private static readonly string[] Longitude = ["longitude"];

    /// <inheritdoc/>
    public override string Name => "ucdp-ged-csv";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> DateColumns => ["date_start", "date_end"];

    /// <inheritdoc/>
    protected override bool IsHeader(TableHeader header) =>
        header.Has("date_start") && header.Count("type_of_violence", "dyad_name", "side_a", "where_coordinates", "best", "best_est") >= 2 && header.Count(Known) >= 5;

    /// <inheritdoc/>
    protected override FormatMatch Sureness(TableHeader header) => header.Count(Known) >= 9 ? FormatMatch.Certain : FormatMatch.Likely;

    /// <inheritdoc/>
    protected override ReportContent Content(TableRow row, DayOrder dates)
    {
        var (start, end) = EventCells.Days(row, dates, "date_start", "date_end");
        var observation = new Observation
        {
            EventType = TypeOfViolence(row),
            Start = start,
            End = end,
            Position = Cells.Place(row, Latitude, Longitude),
            Confidence = ObserverConfidence.Reported,
        };
        observation.RadiusM = observation.Position is null ? 0 : RadiusM(row["where_prec"]);
        AddDeaths(observation, row);
        EventCells.AddPlaces(observation, row["where_coordinates"], row["adm_2"], row["adm_1"], row["country"], row["region"]);
        EventCells.AddActors(observation, row["side_a"], row["side_b"]);
        var content = new ReportContent
        {
            Text = Text(row),
            ExternalId = row["id"].Length > 0 ? row["id"] : row["relid"],
            Outlet = "UCDP",
            Agency = EventCells.FirstOf(row["source_office"]),
            Published = dates.ReadDay(row["source_date"]) is { } published && string.CompareOrdinal(published, start) >= 0 ? published : end,
            Observation = observation,
        };
        foreach (var kept in new[] { "type_of_violence", "dyad_name", "source_article", "source_office", "source_headline", "source_date", "where_prec", "where_description", "best" })
        {
            if (row[kept] is { Length: > 0 } value)
            {
                observation.Fields[kept] = value;
            }
        }

        EventCells.AddRest(observation, row);
        return content;
    }

    private static MappedText Text(TableRow row) => new RowText()
        .Sentence("", ", ", row.Text("dyad_name").Text.Length > 0 ? row.Text("dyad_name") : row.Text("side_a"), row.Text("conflict_name"))
        .Sentence("From", " to ", row.Text("date_start"), row.Text("date_end").Text == row.Text("date_start").Text ? new MappedText("", new TextMap([])) : row.Text("date_end"))
        .Sentence("Place", ", ", row.Text("where_coordinates"), row.Text("adm_2"), row.Text("adm_1"), row.Text("country"))
        .Sentence("", "", row.Text("where_description"))
        .Sentence("Sides", "; ", row.Text("side_a"), row.Text("side_b"))
        .Sentence("Deaths, best estimate", "", row.Text("best", "best_est"))
        .Sentence("Deaths, lowest to highest", " to ", row.Text("low", "low_est"), row.Text("high", "high_est"))
        .Sentence("Civilian deaths", "", row.Text("deaths_civilians"))
        .Sentence("Source", "", row.Text("source_headline").Text.Length > 0 ? row.Text("source_headline") : row.Text("source_article"))
        .ToText();

    private static void AddDeaths(Observation observation, TableRow row)
    {
        var best = EventCells.Deaths(row, row["best"].Length > 0 ? "best" : "best_est");
        var low = EventCells.Deaths(row, row["low"].Length > 0 ? "low" : "low_est") ?? best;
        var high = EventCells.Deaths(row, row["high"].Length > 0 ? "high" : "high_est") ?? best;
        if (low is { } least)
        {
            observation.FatalitiesLow = least;
        }

        if (high is { } most)
        {
            observation.FatalitiesHigh = most;
        }

        if (low > high)
        {
            row.Refuse("low", "It must not be greater than high.", "OUT_OF_RANGE");
        }
    }

    // Codebook: the three kinds of organised violence.
    private static string TypeOfViolence(TableRow row)
    {
        switch (row["type_of_violence"])
        {
            case "1" or "1.0":
                return "state-based conflict";
            case "2" or "2.0":
                return "non-state conflict";
            case "3" or "3.0":
                return "one-sided violence";
            case "":
                return "";
            case var words when words.Any(char.IsLetter):
                return words;
            default:
                row.Refuse("type_of_violence", "It must be 1, 2 or 3.", "UNKNOWN_VALUE");
                return "";
        }
    }

    // Codebook, where_prec: 1 the place, 2 within some 25 km of it, 3 the second-order division, 4 the first-order one, 5 a line or a part of the country,
    // 6 the country, 7 water or air outside it. The metres beyond the second are ours.
    private static double RadiusM(string precision) => Cells.Count(precision) switch
    {
        1 => 2_000,
        2 => 25_000,
        3 => 50_000,
        4 => 100_000,
        5 => 200_000,
        6 or 7 => 500_000,
        _ => 0,
    };
}
