using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Truceline.DevHost.Traces.Otlp;

namespace Truceline.DevHost.Traces;

/// <summary>Takes traces as OTLP over HTTP in binary protobuf (POST /v1/traces), uncompressed, at most 16 MiB an export.</summary>
internal static class OtlpReceiver
{
    private const int LargestExport = 16 * 1024 * 1024;

    /// <summary>Maps the receiver; spans go to <paramref name="store"/>.</summary>
    internal static void MapOtlpReceiver(this IEndpointRouteBuilder endpoints, SpanStore store) =>
        endpoints.MapPost("/v1/traces", async (HttpContext context) =>
        {
            if (context.Request.ContentType?.StartsWith("application/x-protobuf", StringComparison.OrdinalIgnoreCase) != true)
            {
                return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
            }

            if (context.Request.ContentLength is null or > LargestExport)
            {
                return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            }

            var body = new byte[context.Request.ContentLength.Value];
            await context.Request.Body.ReadExactlyAsync(body, context.RequestAborted);
            try
            {
                foreach (var span in OtlpReading.Spans(TraceExport.Parser.ParseFrom(body)))
                {
                    store.Add(span);
                }
            }
            catch (InvalidProtocolBufferException)
            {
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            }

            // An empty answer message: everything was taken.
            return Results.Bytes(Array.Empty<byte>(), "application/x-protobuf");
        });
}
