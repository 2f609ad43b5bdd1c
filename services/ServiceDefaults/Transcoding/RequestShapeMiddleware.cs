using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Http;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.ServiceDefaults.Transcoding;

/// <summary>
/// Looks at the query and the JSON body of a transcoded call before they are bound, so that the caller hears of every member that is unknown or of the wrong
/// type by its path, where the binder would stop at the first and not name it. What is left of the body is given to the request's validator,
/// so that the caller hears of everything at once.
/// </summary>
internal sealed class RequestShapeMiddleware(RequestDelegate next)
{
    private const string Reason = "REQUEST_MALFORMED";
    private const int Deepest = 64;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>() is not { } metadata)
        {
            await next(context);
            return;
        }

        var query = new FieldViolations();
        QueryShape.Check(context.Request, metadata, query);
        if (query.Count > 0)
        {
            await TranscodedErrors.WriteAsync(context, ErrorDetails.Invalid(Reason, query.All));
            return;
        }

        if (BodyOf(metadata) is not { } expected)
        {
            await next(context);
            return;
        }

        if (!context.Request.HasJsonContentType())
        {
            await TranscodedErrors.WriteAsync(
                context,
                ErrorDetails.Create(StatusCode.InvalidArgument, "MEDIA_TYPE_UNSUPPORTED", "The body must be application/json."),
                StatusCodes.Status415UnsupportedMediaType);
            return;
        }

        context.Request.EnableBuffering();
        var path = metadata.HttpRule.Body == "*" ? "" : metadata.HttpRule.Body;
        var violations = new FieldViolations();
        try
        {
            using var document = await JsonDocument.ParseAsync(
                context.Request.Body, new JsonDocumentOptions { MaxDepth = Deepest }, context.RequestAborted);
            JsonCharacters.Check(document.RootElement, path, violations);
            var isText = violations.Count == 0;
            if (isText)
            {
                JsonShape.Check(document.RootElement, expected, path, violations);
            }

            if (isText && violations.Count > 0)
            {
                CheckTheRest(context, metadata, document.RootElement, path, violations);
            }
        }
        catch (JsonException exception)
        {
            violations.Add(
                path.Length == 0 ? "body" : path,
                $"It is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).",
                "INVALID_JSON");
        }

        if (violations.Count > 0)
        {
            await TranscodedErrors.WriteAsync(context, ErrorDetails.Invalid(Reason, violations.All));
            return;
        }

        context.Request.Body.Position = 0;
        await next(context);
    }

    private static MessageDescriptor? BodyOf(GrpcJsonTranscodingMetadata metadata) => metadata.HttpRule.Body switch
    {
        "" => null,
        "*" => metadata.MethodDescriptor.InputType,
        // A body that is taken as it comes has no shape.
        var field when metadata.MethodDescriptor.InputType.FindFieldByName(field)?.MessageType is { } type && type != HttpBody.Descriptor => type,
        _ => null,
    };

    private static void CheckTheRest(
        HttpContext context, GrpcJsonTranscodingMetadata metadata, JsonElement body, string path, FieldViolations violations)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var malformed = violations.All.Select(v => v.Field).ToArray();
        var rest = JsonNode.Parse(body.GetRawText(), null, new JsonDocumentOptions { MaxDepth = Deepest, AllowDuplicateProperties = true })!;
        JsonNode root = path.Length == 0 ? rest : new JsonObject { [path] = rest };
        foreach (var field in malformed)
        {
            JsonShape.Remove(root, field);
        }

        foreach (var (name, value) in context.Request.RouteValues)
        {
            // What the path holds is not in the body.
            if (metadata.MethodDescriptor.InputType.FindFieldByName(name) is not null)
            {
                root[name] = value?.ToString();
            }
        }

        try
        {
            var request = new JsonParser(JsonParser.Settings.Default).Parse(root.ToJsonString(), metadata.MethodDescriptor.InputType);
            var further = new FieldViolations();
            RequestValidators.Check(context.RequestServices, request, further);
            foreach (var violation in further.All.Where(v => !malformed.Any(m => v.Field == m || v.Field.StartsWith(m, StringComparison.Ordinal))))
            {
                violations.Add(violation.Field, violation.Description, violation.Reason);
            }
        }
        catch (Exception exception) when (exception is InvalidProtocolBufferException or InvalidJsonException or ArgumentException)
        {
            // Too broken to say more than what was said.
        }
    }
}
