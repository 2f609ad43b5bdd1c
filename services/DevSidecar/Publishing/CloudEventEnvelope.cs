using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Truceline.DevSidecar.Publishing;

/// <summary>A CloudEvents 1.0 envelope in JSON. Values keep the text they came with: no number loses digits. Not thread-safe.</summary>
internal sealed class CloudEventEnvelope
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 512 };
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, JsonElement> Fields => _fields;

    /// <exception cref="JsonException">The text is not a JSON object.</exception>
    public static CloudEventEnvelope Parse(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8, Reading);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new JsonException("A CloudEvents envelope is a JSON object.");

        var envelope = new CloudEventEnvelope();
        foreach (var field in document.RootElement.EnumerateObject())
            envelope._fields[field.Name] = field.Value.Clone();
        return envelope;
    }

    /// <summary>The field's text; null when it is missing or not a string.</summary>
    public string? Text(string field) =>
        _fields.TryGetValue(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public void Set(string field, string value) => _fields[field] = JsonSerializer.SerializeToElement(value);

    /// <summary>Sets the field unless it holds something; a JSON null holds nothing.</summary>
    public void SetIfMissing(string field, string value)
    {
        if (!_fields.TryGetValue(field, out var held) || held.ValueKind == JsonValueKind.Null)
            Set(field, value);
    }

    /// <summary>Puts a payload into the field that its content type asks for; JSON that does not parse becomes a string.</summary>
    public void SetData(ReadOnlyMemory<byte> payload, string contentType)
    {
        if (ContentTypes.IsBinary(contentType))
            Set(CloudEventFields.DataBase64, Convert.ToBase64String(payload.Span));
        else if (ContentTypes.IsJson(contentType) && TryParse(payload) is { } json)
            _fields[CloudEventFields.Data] = json;
        else
            Set(CloudEventFields.Data, System.Text.Encoding.UTF8.GetString(payload.Span));
    }

    public byte[] ToUtf8()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in _fields)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static JsonElement? TryParse(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload, Reading);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
