namespace Truceline.DevSidecar.Publishing;

/// <summary>Names in the envelope: those of CloudEvents 1.0 and those that Dapr adds.</summary>
internal static class CloudEventFields
{
    public const string Id = "id";
    public const string Source = "source";
    public const string Type = "type";
    public const string SpecVersion = "specversion";
    public const string DataContentType = "datacontenttype";
    public const string Subject = "subject";
    public const string Time = "time";
    public const string Data = "data";
    public const string DataBase64 = "data_base64";
    public const string Topic = "topic";
    public const string PubSubName = "pubsubname";
    public const string TraceId = "traceid";
    public const string TraceParent = "traceparent";
    public const string TraceState = "tracestate";
    public const string Expiration = "expiration";

    /// <summary>The type of an event whose publisher gave none.</summary>
    public const string DefaultType = "com.dapr.event.sent";

    /// <summary>The source of an event that nobody named one for.</summary>
    public const string DefaultSource = "Dapr";

    public const string CurrentSpecVersion = "1.0";
}
