using Truceline.Ingest.Formats.Tables;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Formats.EventTables;

/// <summary>What the tables of events have in common.</summary>
internal static class EventCells
{
    /// <summary>The days of an event: each of them read, the last one not before the first. What is wrong is noted.</summary>
    internal static (string Start, string End) Days(TableRow row, DayOrder dates, string first, string last)
    {
        var start = Day(row, dates, first);
        var end = row[last].Length == 0 ? start : Day(row, dates, last);
        if (start.Length > 0 && end.Length > 0 && string.CompareOrdinal(end, start) < 0)
        {
            row.Refuse(last, $"It must not be before {first}.", "OUT_OF_RANGE");
        }

        return (start, end);
    }

    /// <summary>A number of deaths; null when the cell is empty. What is wrong is noted.</summary>
    internal static int? Deaths(TableRow row, string column)
    {
        var text = row[column];
        var count = text.Length == 0 ? null : Cells.Count(text);
        if (text.Length > 0 && count is null)
        {
            row.Refuse(column, "It must be a whole number, 0 or more.", "INVALID_NUMBER");
        }

        return count;
    }

    /// <summary>Adds places from the smallest to the largest, each once.</summary>
    internal static void AddPlaces(Observation observation, params ReadOnlySpan<string> places)
    {
        foreach (var place in places)
        {
            if (place.Length > 0 && !observation.Places.Contains(place))
            {
                observation.Places.Add(place);
            }
        }
    }

    /// <summary>Adds actors; a cell may hold several, separated by semicolons.</summary>
    internal static void AddActors(Observation observation, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            foreach (var actor in cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (!observation.Actors.Contains(actor))
                {
                    observation.Actors.Add(actor);
                }
            }
        }
    }

    /// <summary>The first of the sources in a cell; they are separated by semicolons.</summary>
    internal static string FirstOf(string cell) => cell.Split(';', 2)[0].Trim();

    /// <summary>Adds the other cells under the names of their columns.</summary>
    internal static void AddRest(Observation observation, TableRow row)
    {
        foreach (var (name, value) in row.Rest())
        {
            observation.Fields[name] = observation.Fields.TryGetValue(name, out var before) && before != value ? $"{before}\n{value}" : value;
        }
    }

    private static string Day(TableRow row, DayOrder dates, string column)
    {
        var text = row[column];
        if (dates.ReadDay(text) is { } day)
        {
            return day;
        }

        row.Refuse(column, "It must be a date.", text.Length == 0 ? "REQUIRED" : "INVALID_DATE");
        return "";
    }
}
