using System.Globalization;
using Google.Protobuf;
using Truceline.DevHost.Traces.Otlp;

namespace Truceline.DevHost.Traces;

/// <summary>Takes spans out of an OTLP export. Pure.</summary>
internal static class OtlpReading
{
    private const int TraceIdBytes = 16;
    private const int SpanIdBytes = 8;
    private const int FailedCode = 2;
    private const long NanosPerTick = 100;

    /// <summary>The spans of an export; those without proper ids are left out.</summary>
    internal static IEnumerable<Span> Spans(TraceExport export) =>
        from resource in export.Resources
        let service = Service(resource.Resource)
        from scope in resource.Scopes
        from record in scope.Spans
        where record.TraceId.Length == TraceIdBytes && record.SpanId.Length == SpanIdBytes
        select Read(record, service);

    private static string Service(ResourceInfo? resource) =>
        resource?.Attributes.FirstOrDefault(a => a.Key == "service.name")?.Value?.Text is { Length: > 0 } name ? name : "unknown";

    private static Span Read(SpanRecord record, string service) => new(
        Hex(record.TraceId),
        Hex(record.SpanId),
        record.ParentSpanId.Length == SpanIdBytes ? Hex(record.ParentSpanId) : "",
        service,
        record.Name,
        Enum.IsDefined((SpanKind)record.Kind) ? (SpanKind)record.Kind : SpanKind.Unspecified,
        DateTimeOffset.UnixEpoch.AddTicks((long)(record.StartNanos / NanosPerTick)),
        TimeSpan.FromTicks(Math.Max(0, (long)(record.EndNanos / NanosPerTick) - (long)(record.StartNanos / NanosPerTick))),
        record.Status?.Code == FailedCode,
        record.Attributes.DistinctBy(a => a.Key).ToDictionary(a => a.Key, a => Text(a.Value)));

    private static string Hex(ByteString bytes) => Convert.ToHexStringLower(bytes.Span);

    private static string Text(AttributeValue? value) => value?.ValueCase switch
    {
        AttributeValue.ValueOneofCase.Text => value.Text,
        AttributeValue.ValueOneofCase.Flag => value.Flag ? "true" : "false",
        AttributeValue.ValueOneofCase.Whole => value.Whole.ToString(CultureInfo.InvariantCulture),
        AttributeValue.ValueOneofCase.Real => value.Real.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };
}
