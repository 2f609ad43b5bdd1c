using System.Text.Json;

namespace Truceline.Gateway.Problems;

/// <summary>Reads the <c>google.rpc.Status</c> in JSON that a transcoded call fails with. Pure.</summary>
internal static class StatusReader
{
    /// <summary>Reason of an error that names none: the frameworks' own, such as a body that is not JSON.</summary>
    internal const string Default = "REQUEST_REFUSED";

    /// <summary>What a status says.</summary>
    internal sealed record ServiceError(string Reason, string Message, IReadOnlyList<Violation>? Violations);

    /// <summary>Reads a body; null when it is no status.</summary>
    internal static ServiceError? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("code", out _))
            {
                return null;
            }

            var reason = Default;
            List<Violation>? violations = null;
            if (document.RootElement.TryGetProperty("details", out var details) && details.ValueKind == JsonValueKind.Array)
            {
                foreach (var detail in details.EnumerateArray())
                {
                    switch (Text(detail, "@type"))
                    {
                        case "type.googleapis.com/google.rpc.ErrorInfo":
                            reason = Text(detail, "reason");
                            break;
                        case "type.googleapis.com/google.rpc.BadRequest" when detail.TryGetProperty("fieldViolations", out var all):
                            violations = [.. all.EnumerateArray().Select(v => new Violation(Text(v, "field"), Text(v, "reason"), Text(v, "description")))];
                            break;
                    }
                }
            }

            return new ServiceError(reason, Text(document.RootElement, "message"), violations);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
