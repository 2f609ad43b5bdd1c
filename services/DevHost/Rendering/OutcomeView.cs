using System.Globalization;
using Spectre.Console;
using Truceline.DevHost.Stories;
using Truceline.DevHost.Traces;
using Truceline.DevHost.Webhooks;
using Truceline.Entity.V1;
using Truceline.GeoZone.V1;
using Truceline.Ingest.V1;

namespace Truceline.DevHost.Rendering;

/// <summary>What became of a story, for people: one section after another.</summary>
internal sealed class OutcomeView(IAnsiConsole console)
{
    /// <summary>Writes everything.</summary>
    internal void Write(StoryOutcome outcome)
    {
        if (outcome.Items.Count != 1)
        {
            Section($"Items of the document ({outcome.Items.Count}, {outcome.Document.Format})");
            Items(outcome.Items);
        }

        foreach (var read in outcome.Reports)
        {
            Section("Accepted");
            Accepted(read.Report, read.Reading);
            Section($"Claims ({read.Reading.Claims.Count}), each with the words it rests on");
            Claims(read.Reading.Claims);
        }

        Section($"Zones of \"{outcome.Agreement.Title}\"");
        Zones(outcome.Agreement);
        Section($"Obligations, as of {outcome.Reading.Header?.ReferenceDate}");
        Obligations(outcome);
        Section($"Incidents ({outcome.Incidents.Count})");
        Incidents(outcome.Incidents, PartiesOf(outcome));
        Section($"Alerts ({outcome.Alerts.Count}), by webhook and on the live streams");
        Alerts(outcome.Alerts);
        Section($"Trace {outcome.TraceId}, from the request at the gateway to the first delivery");
        Trace(outcome);
    }

    private void Items(IReadOnlyList<ItemResult> items)
    {
        const int Shown = 30;
        var table = Table(("Item", 30), ("Outcome", 14), ("Id, or what is wrong", 52));
        foreach (var item in items.Take(Shown))
        {
            var id = item.ReportId + item.PositionId;
            AddRow(table, item.ItemPath, Words.Of(item.Outcome), id.Length > 0 ? id : string.Join("\n", item.Violations.Select(v => $"{v.Field}: {v.Description}")));
        }

        console.Write(table);
        if (items.Count > Shown)
        {
            console.Write(new Text($"and {items.Count - Shown} more\n"));
        }
    }

    private void Accepted(Report report, Reading reading)
    {
        var header = reading.Header ?? new ReportHeader();
        var text = report.Text;
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        void Row(string name, string value)
        {
            if (value.Length > 0)
            {
                grid.AddRow(new Markup($"[bold]{name}[/]"), new Text(value));
            }
        }

        Row("Report", report.Id);
        Row("Title", report.Title);
        Row("Begins", Shorten(text.ReplaceLineEndings(" "), 90));
        Row("Text", string.Create(CultureInfo.InvariantCulture, $"{text.EnumerateRunes().Count()} characters, {report.Format}, {header.Language}"));
        Row("Address", report.Url);
        Row("Published", report.Published);
        Row("Dateline", string.Join(", ", new[] { header.DatelinePlace, header.DatelineDate }.Where(p => p.Length > 0)));
        Row("Carried by", string.Join(", ", new[] { header.Agency, header.Outlet }.Where(p => p.Length > 0)));
        Row("Dates count from", header.ReferenceDate);
        Row("Received", Instant(report.ReceivedTime));
        Row("Read", $"{reading.Entities.Count} names, {reading.Dates.Count} dates, {reading.Quantities.Count} quantities, "
            + $"{reading.Claims.Count} claims (reader {reading.Reader})");
        console.Write(grid);
    }

    private void Claims(IEnumerable<Claim> claims)
    {
        var table = Table(("Kind, class", 17), ("Who", 19), ("Where", 12), ("When, until", 12), ("Evidence", 34));
        foreach (var claim in claims)
        {
            var who = string.Join(", ", claim.Actors.Select(a => a.Name));
            var said = claim.Speaker?.Name ?? claim.Source?.Name ?? "";
            AddRow(
                table,
                $"{Words.Of(claim.Kind)}\n{Words.OfClass(claim.Class)}{(claim.Quoted ? "\n(quoted)" : "")}",
                who + (said.Length > 0 ? $"{(who.Length > 0 ? "\n" : "")}said by {said}" : ""),
                claim.Place?.Name ?? "",
                Words.Of(claim.Date) + (claim.Deadline is null ? "" : $"{(claim.Date is null ? "" : "\n")}until {Words.Of(claim.Deadline)}"),
                $"\"{claim.Evidence.Quote.ReplaceLineEndings(" ")}\" [{claim.Evidence.Span.Start}..{claim.Evidence.Span.End})");
        }

        console.Write(table);
    }

    private void Zones(Agreement agreement)
    {
        var table = Table(("Zone", 26), ("Kind", 20), ("Area", 34), ("Forbidden or asked in it", 16));
        foreach (var zone in agreement.Zones)
        {
            AddRow(
                table, zone.Name + (zone.Illustrative && !zone.Name.Contains("illustrative", StringComparison.Ordinal) ? " (illustrative)" : ""), Words.Of(zone.Kind), Area(zone, agreement),
                string.Join("\n", zone.Rules.Select(r => $"{Words.Of(r.Modality)}: {string.Join(", ", r.Classes.Select(Words.OfClass))}")));
        }

        console.Write(table);
    }

    private static Dictionary<string, string> PartiesOf(StoryOutcome outcome) =>
        outcome.Agreement.Parties.Concat(outcome.Agreement.Observers).ToDictionary(p => p.Id, p => p.Name);

    private void Obligations(StoryOutcome outcome)
    {
        var parties = PartiesOf(outcome);
        var table = Table(("Term", 24), ("Bound", 17), ("Deadline", 11), ("State", 18), ("Why", 26));
        foreach (var state in outcome.Obligations)
        {
            var term = state.Obligation;
            AddRow(
                table,
                $"{Words.Of(term.Modality)}: {Words.OfClass(term.Action)}{(term.Object.Length > 0 ? $"\n{term.Object}" : "")}",
                Words.Names(term.PartyIds, parties),
                term.Deadline.Length > 0 ? term.Deadline : "continuous",
                Words.Of(state.Verdict, parties) + (Words.Of(state.Implementation) is { Length: > 0 } level ? $"; implementation {level}" : ""),
                state.Reason);
        }

        console.Write(table);
    }

    private void Incidents(IReadOnlyList<Incident> incidents, Dictionary<string, string> parties)
    {
        var table = Table(("Incident", 34), ("Place, days", 20), ("In the zone", 18), ("Verdict", 24));
        foreach (var incident in incidents)
        {
            AddRow(
                table,
                $"{Words.Of(incident.Kind)}: {incident.Summary}",
                $"{incident.Place?.Name}\n{Words.Of(incident.Date)}",
                $"{Words.Of(incident.Finding.Position)}: {incident.Finding.ZoneName}",
                Words.Of(incident.Verdict, parties) + string.Concat(incident.Evidence.Select(e => e.SaidBy).Where(s => s.Length > 0).Distinct().Select(s => $"\nsaid by {s}")));
        }

        console.Write(table);
    }

    private void Alerts(IReadOnlyList<AlertArrival> arrivals)
    {
        var table = Table(("Alert", 40), ("Urgency, severity, certainty", 18), ("Webhook", 22), ("Live streams", 16));
        foreach (var (alert, delivery, webhook, onGrpc, onEvents) in arrivals)
        {
            AddRow(
                table,
                $"{Words.Of(alert.MessageType)} on {Words.Of(alert.Subject)}\n{alert.Headline}",
                $"{Words.Of(alert.Urgency)}, {Words.Of(alert.Severity)}, {Words.Of(alert.Certainty)}",
                delivery is null ? "none" : $"{Words.Of(delivery.State)} ({delivery.LastStatus}, attempt {delivery.Attempts})\n"
                    + (webhook is { SignatureValid: true } ? "signature valid" : "signature not valid"),
                string.Create(CultureInfo.InvariantCulture, $"gRPC {Arrived(onGrpc)}\nSSE {Arrived(onEvents)}\nnumber {alert.Sequence}"));
        }

        console.Write(table);
    }

    private void Trace(StoryOutcome outcome)
    {
        var first = TraceTree.FirstReceivedBy(WebhookReceiver.ServiceName, outcome.Spans);
        var tree = TraceTree.Condense(TraceTree.Build(outcome.Spans), first);
        foreach (var line in TraceLines.Render(tree, console.Profile.Width - 1, first))
        {
            console.Write(new Text(line + "\n"));
        }

        var root = outcome.Spans.MinBy(s => s.Start);
        if (root is not null && first is not null)
        {
            console.Write(new Text(string.Create(
                CultureInfo.InvariantCulture,
                $"{outcome.Spans.Count} spans in all; from the request to the first delivery {(first.End - root.Start).TotalMilliseconds:0} ms.\n")));
        }
    }

    private static string Area(Zone zone, Agreement agreement)
    {
        if (zone.AreaCase != Zone.AreaOneofCase.Band)
        {
            return $"a polygon of {zone.Polygon?.Outer?.Positions.Count ?? 0} corners";
        }

        var band = zone.Band;
        var line = agreement.Lines.FirstOrDefault(l => l.Id == band.LineId)?.Name ?? band.LineId;
        if (band.Sides.Count > 0)
        {
            return $"along {line}, {string.Join(" and ", band.Sides.Select(s => $"{Reach(s.Reach.NearM, s.Reach.FarLowM, s.Reach.FarHighM)} on the side of {Side(s.PartyId)}"))}";
        }

        var side = Side(band.SidePartyId) is { } name ? $"on the side of {name}" : band.Measure == BandMeasure.EachSide ? "on each side" : "shared by both sides";
        return $"{Reach(band.NearM, band.FarLowM, band.FarHighM)} along {line}, {side}";

        string? Side(string partyId) => agreement.Parties.FirstOrDefault(p => p.Id == partyId)?.Name;

        static string Reach(double near, double low, double high) =>
            $"from {Words.Distance(near)} to {Words.Distance(low)}{(high > low ? $", possibly to {Words.Distance(high)}," : "")}";
    }

    private void Section(string title)
    {
        console.WriteLine();
        console.Write(new Rule(Markup.Escape(title)) { Justification = Justify.Left });
    }

    private static Table Table(params (string Title, int Width)[] columns)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        foreach (var (title, width) in columns)
        {
            table.AddColumn(new TableColumn(new Text(title, new Style(decoration: Decoration.Bold))) { Width = width });
        }

        return table;
    }

    private static void AddRow(Table table, params string[] cells)
    {
        if (table.Rows.Count > 0)
        {
            table.AddEmptyRow();
        }

        table.AddRow(cells.Select(cell => new Text(cell)).ToArray<Spectre.Console.Rendering.IRenderable>());
    }

    private static string Arrived(bool arrived) => arrived ? "received" : "not received";

    private static string Instant(Google.Protobuf.WellKnownTypes.Timestamp? time) =>
        time?.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) ?? "";

    private static string Shorten(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
