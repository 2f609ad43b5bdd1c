using System.Text.Json;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Http;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.ServiceDefaults.Transcoding;

/// <summary>
/// Looks at the JSON body of a transcoded call before it is bound, so that the caller hears of every member that is unknown or of the wrong
/// type by its path, where the binder would only say that the body is no good.
/// </summary>
internal sealed class RequestShapeMiddleware(RequestDelegate next)
{
    private const string Reason = "REQUEST_MALFORMED";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>() is not { } metadata
            || metadata.HttpRule.Body.Length == 0
            || BodyOf(metadata) is not { } expected)
        {
            await next(context);
            return;
        }

        context.Request.EnableBuffering();
        var violations = new FieldViolations();
        try
        {
            using var document = await JsonDocument.ParseAsync(
                context.Request.Body, new JsonDocumentOptions { MaxDepth = 64 }, context.RequestAborted);
            JsonShape.Check(document.RootElement, expected, metadata.HttpRule.Body == "*" ? "" : metadata.HttpRule.Body, violations);
        }
        catch (JsonException exception)
        {
            violations.Add(
                metadata.HttpRule.Body == "*" ? "body" : metadata.HttpRule.Body,
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

    private static MessageDescriptor? BodyOf(GrpcJsonTranscodingMetadata metadata) => metadata.HttpRule.Body == "*"
        ? metadata.MethodDescriptor.InputType
        : metadata.MethodDescriptor.InputType.FindFieldByName(metadata.HttpRule.Body)?.MessageType;
}
