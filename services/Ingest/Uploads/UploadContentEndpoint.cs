using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Transcoding;
using Status = Google.Rpc.Status;

namespace Truceline.Ingest.Uploads;

/// <summary>
/// The bytes of an upload: <c>/v1/uploads/{upload_id}/content</c>. PUT (or PATCH) adds the body at <c>Upload-Offset</c>; HEAD and GET say how many bytes are
/// durable. Header names and meaning are those of the IETF's "Resumable Uploads for HTTP" (draft-ietf-httpbis-resumable-upload): <c>Upload-Offset</c>,
/// <c>Upload-Complete</c> (<c>?1</c> with the last piece), <c>Upload-Length</c>. Without <c>Upload-Offset</c> the body is the whole file.
/// </summary>
internal static class UploadContentEndpoint
{
    internal const string Path = "/v1/uploads/{uploadId}/content";

    internal const string Offset = "Upload-Offset";
    internal const string Complete = "Upload-Complete";
    internal const string Length = "Upload-Length";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods(Path, ["PUT", "PATCH"], ReceiveAsync);
        app.MapMethods(Path, ["HEAD", "GET"], ShowAsync);
    }

    private static async Task ReceiveAsync(HttpContext http, string uploadId, UploadReceiver receiver, IUploadStore store)
    {
        // The store bounds the length, and a thin link is no attack.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }

        await AnswerAsync(http, async () =>
        {
            var (offset, isLast) = ReadHeaders(http.Request.Headers);
            var refused = await receiver.ReceiveAsync(uploadId, offset, isLast, http.Request.ContentLength, http.Request.Body, http.RequestAborted);
            await DescribeAsync(http, store, uploadId, refused is null ? StatusCodes.Status204NoContent : refused.HttpStatus);
            if (refused is not null)
            {
                await TranscodedErrors.WriteAsync(http, ErrorDetails.Create(refused.Code, refused.Reason, refused.Description), refused.HttpStatus);
            }
        });
    }

    private static Task ShowAsync(HttpContext http, string uploadId, IUploadStore store) =>
        AnswerAsync(http, () => DescribeAsync(http, store, uploadId, StatusCodes.Status204NoContent));

    private static async Task DescribeAsync(HttpContext http, IUploadStore store, string uploadId, int status)
    {
        var upload = await store.FindAsync(uploadId, http.RequestAborted) ?? throw UploadGrpcService.NotFound(uploadId);
        http.Response.StatusCode = status;
        http.Response.Headers[Offset] = upload.ReceivedBytes.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers[Complete] = upload.State == UploadState.Receiving ? "?0" : "?1";
        http.Response.Headers.CacheControl = "no-store";
        if (upload.SizeBytes > 0)
        {
            http.Response.Headers[Length] = upload.SizeBytes.ToString(CultureInfo.InvariantCulture);
        }
    }

    // Null: the body is the whole file.
    private static (long Offset, bool? IsLast) ReadHeaders(IHeaderDictionary headers)
    {
        var violations = new FieldViolations();
        var offset = 0L;
        var isGiven = headers.TryGetValue(Offset, out var given);
        violations.AddIf(isGiven && !(long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out offset) && offset >= 0),
            Offset, "It must be a whole number of bytes, 0 or more.", "INVALID_OFFSET");
        var complete = headers[Complete].ToString();
        violations.AddIf(complete is not ("" or "?0" or "?1"), Complete, "It must be ?1 or ?0.", "INVALID_FLAG");
        violations.ThrowIfAny("UPLOAD_INVALID");
        return (offset, complete == "?1" || (!isGiven && complete.Length == 0) ? true : complete == "?0" ? false : null);
    }

    // The errors of a call that is no rpc, told like those of a transcoded one.
    private static async Task AnswerAsync(HttpContext http, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to hear; what came is kept.
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            var status = ExceptionTable.ToStatus(exception, callerCancelled: false);
            if (status.Code is (int)StatusCode.Internal or (int)StatusCode.Unavailable)
            {
                UploadLog.ReceiveFailed(http.RequestServices.GetRequiredService<ILogger<UploadReceiver>>(), exception);
            }

            await TranscodedErrors.WriteAsync(http, status, HttpStatusOf(status));
        }
    }

    private static int HttpStatusOf(Status status) => (StatusCode)status.Code switch
    {
        StatusCode.InvalidArgument => StatusCodes.Status400BadRequest,
        StatusCode.NotFound => StatusCodes.Status404NotFound,
        StatusCode.ResourceExhausted => StatusCodes.Status429TooManyRequests,
        StatusCode.Unavailable => StatusCodes.Status503ServiceUnavailable,
        StatusCode.DeadlineExceeded => StatusCodes.Status504GatewayTimeout,
        _ => StatusCodes.Status500InternalServerError,
    };
}
