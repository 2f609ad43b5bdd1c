namespace Truceline.DevSidecar.Publishing;

/// <summary>The classes of content type that the runtime tells apart; parameters after a semicolon do not count.</summary>
internal static class ContentTypes
{
    public const string Json = "application/json";
    public const string CloudEvent = "application/cloudevents+json";
    public const string Binary = "application/octet-stream";
    public const string PlainText = "text/plain";

    public static bool IsJson(string contentType) => Is(contentType, Json);

    public static bool IsCloudEvent(string contentType) => Is(contentType, CloudEvent);

    public static bool IsBinary(string contentType) => Is(contentType, Binary);

    public static bool IsText(string contentType) =>
        contentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || Is(contentType, "application/xml");

    private static bool Is(string contentType, string expected) =>
        contentType.AsSpan(0, contentType.IndexOf(';', StringComparison.Ordinal) is >= 0 and var end ? end : contentType.Length)
            .Equals(expected, StringComparison.OrdinalIgnoreCase);
}
