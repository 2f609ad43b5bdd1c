using System.Text.Json;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Http;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.ServiceDefaults.Transcoding;

/// <summary>Compares the query of a transcoded call with the request message that its parameters fill. Pure.</summary>
internal static class QueryShape
{
    /// <summary>Notes every parameter that is unknown, of the wrong type, or given twice though it is no list.</summary>
    internal static void Check(HttpRequest request, GrpcJsonTranscodingMetadata metadata, FieldViolations violations)
    {
        foreach (var (name, values) in request.Query)
        {
            if (FieldOf(metadata.MethodDescriptor.InputType, name) is not { } field || (field.FieldType == FieldType.Message && !JsonShape.IsWellKnown(field.MessageType)))
            {
                violations.Add(name, "There is no such parameter.", "UNKNOWN_FIELD");
                continue;
            }

            violations.AddIf(values.Count > 1 && !field.IsRepeated, name, "It is given twice.", "DUPLICATE_FIELD");
            foreach (var value in values)
            {
                using var json = AsJson(value ?? "", field);
                JsonShape.CheckValue(json.RootElement, field, name, violations);
            }
        }
    }

    // A parameter names a field by its path, in the proto's or in JSON's spelling.
    private static FieldDescriptor? FieldOf(MessageDescriptor message, string path)
    {
        FieldDescriptor? field = null;
        foreach (var part in path.Split('.'))
        {
            field = (field is null ? message : field.FieldType == FieldType.Message ? field.MessageType : null)?
                .Fields.InDeclarationOrder().FirstOrDefault(f => f.Name == part || f.JsonName == part);
            if (field is null)
            {
                return null;
            }
        }

        return field;
    }

    private static JsonDocument AsJson(string value, FieldDescriptor field) =>
        JsonDocument.Parse(field.FieldType == FieldType.Bool && value is "true" or "false" ? value : JsonSerializer.Serialize(value));
}
