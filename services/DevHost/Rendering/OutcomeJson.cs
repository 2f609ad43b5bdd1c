using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Truceline.DevHost.Stories;
using Truceline.Entity.V1;
using Truceline.Type.V1;

namespace Truceline.DevHost.Rendering;

/// <summary>
/// What became of a story as one JSON object for tools. Spans are [start, end) in code points of the text; ids of places, speakers, sources and actors
/// are those of <c>entities</c>; what is not known is left out. Pure.
/// </summary>
internal static class OutcomeJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonFormatter Messages = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true));

    /// <summary>The object as text.</summary>
    internal static string Write(StoryOutcome outcome) => Build(outcome).ToJsonString(Options);

    internal static JsonObject Build(StoryOutcome outcome)
    {
        // One report stands at the top; the reports of a feed in a list.
        var json = outcome.Reports is [var only] ? ReadReport(only) : new JsonObject { ["reports"] = List(outcome.Reports, ReadReport) };
        json["document"] = Message(outcome.Document);
        json["items"] = List(outcome.Items, Message);
        json["incidents"] = List(outcome.Incidents, Message);
        json["obligations"] = List(outcome.Obligations, Message);
        json["deliveries"] = List(outcome.Alerts, Arrival);
        json["trace_id"] = outcome.TraceId;
        return json;
    }

    private static JsonObject ReadReport(ReadReport read) => new()
    {
        ["report"] = Report(read.Report, read.Reading.Header ?? new ReportHeader()),
        ["entities"] = List(read.Reading.Entities, Entity),
        ["dates"] = List(read.Reading.Dates, d => new JsonObject { ["text"] = d.Text, ["span"] = Span(d.Span), ["value"] = d.Date.Value }),
        ["quantities"] = List(read.Reading.Quantities, Quantity),
        ["claims"] = List(read.Reading.Claims, Claim),
    };

    private static JsonObject Report(Truceline.Ingest.V1.Report report, ReportHeader header)
    {
        return Filled(
            ("id", report.Id), ("title", report.Title), ("dateline_place", header.DatelinePlace), ("dateline_date", header.DatelineDate), ("agency", header.Agency),
            ("outlet", header.Outlet), ("published", report.Published), ("language", header.Language),
            ("reference_date", header.ReferenceDate), ("format", report.Format), ("media_type", report.MediaType), ("url", report.Url));
    }

    private static JsonObject Entity(Truceline.Entity.V1.Entity entity)
    {
        var json = Filled(
            ("id", entity.Id), ("type", Words.Name(entity.Type)), ("name", entity.Name), ("kind", entity.Kind), ("role", entity.Role),
            ("of", entity.Country));
        json["mentions"] = List(entity.Mentions, m => new JsonObject { ["text"] = m.Text, ["span"] = Span(m.Span) });
        if (entity.Places is [{ Position: { } position }, ..])
        {
            json["lat"] = position.Latitude;
            json["lon"] = position.Longitude;
        }

        return json;
    }

    private static JsonObject Quantity(Quantity quantity)
    {
        var json = Filled(("text", quantity.Text), ("kind", Words.Of(quantity.Kind)), ("unit", quantity.Unit));
        json["span"] = Span(quantity.Span);
        // Lengths carry their unit in the name and are intervals always; other exact figures are one value.
        var suffix = quantity.Kind == QuantityKind.Distance ? "_m" : "";
        if (suffix.Length == 0 && quantity.HasLow && quantity.HasHigh && quantity.Low.Equals(quantity.High))
        {
            json["value"] = quantity.Low;
        }
        else
        {
            AddIf(json, quantity.HasLow, "low" + suffix, quantity.Low);
            AddIf(json, quantity.HasHigh, "high" + suffix, quantity.High);
            AddIf(json, quantity.HasLow != quantity.HasHigh, "open", true);
        }

        AddIf(json, quantity.Background, "background", true);
        return json;
    }

    private static JsonObject Claim(Claim claim)
    {
        var json = Filled(
            ("id", claim.Id), ("kind", Words.Name(claim.Kind)), ("class", Words.OfClass(claim.Class)), ("mode", Words.Of(claim.Mode)),
            ("evidence", claim.Evidence.Quote), ("object", claim.Object), ("place", claim.Place?.EntityId ?? ""), ("date", claim.Date?.Value ?? ""),
            ("deadline", claim.Deadline?.EndDate ?? ""), ("speaker", claim.Speaker?.EntityId ?? ""), ("source", claim.Source?.EntityId ?? ""),
            ("rule", claim.Provenance?.Rule ?? ""));
        json["span"] = Span(claim.Evidence.Span);
        json["actors"] = List(claim.Actors, a => JsonValue.Create(a.EntityId));
        AddIf(json, claim.Targets.Count > 0, "targets", List(claim.Targets, t => JsonValue.Create(t.EntityId)));
        AddIf(json, claim.Quantities.Count > 0, "quantities", List(claim.Quantities, Quantity));
        AddIf(json, claim.Quoted, "quoted", true);
        AddIf(json, claim.Provenance is not null, "confidence", claim.Provenance?.Confidence);
        return json;
    }

    private static JsonObject Arrival(AlertArrival arrival) => new()
    {
        ["alert"] = Message(arrival.Alert),
        ["webhook"] = new JsonObject
        {
            ["id"] = arrival.Delivery?.Id,
            ["state"] = arrival.Delivery is null ? null : Words.Of(arrival.Delivery.State),
            ["attempts"] = arrival.Delivery?.Attempts,
            ["signature_valid"] = arrival.Webhook?.SignatureValid ?? false,
        },
        ["grpc_stream"] = arrival.OnGrpc,
        ["event_stream"] = arrival.OnEvents,
    };

    private static JsonNode? Message(IMessage message) => JsonNode.Parse(Messages.Format(message));

    private static JsonArray Span(Span span) => [span.Start, span.End];

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => [.. items.Select(write)];

    private static JsonObject Filled(params (string Name, string Value)[] members)
    {
        var json = new JsonObject();
        foreach (var (name, value) in members)
        {
            AddIf(json, value.Length > 0, name, value);
        }

        return json;
    }

    private static void AddIf(JsonObject json, bool condition, string name, JsonNode? value)
    {
        if (condition)
        {
            json[name] = value;
        }
    }
}
