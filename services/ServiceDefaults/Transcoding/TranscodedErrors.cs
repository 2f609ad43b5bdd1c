using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Truceline.ServiceDefaults.Errors;
using Status = Google.Rpc.Status;

namespace Truceline.ServiceDefaults.Transcoding;

/// <summary>Writes a <c>google.rpc.Status</c> as the JSON body of an HTTP answer, the way transcoded calls do.</summary>
public static class TranscodedErrors
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithTypeRegistry(ErrorDetails.Registry));

    /// <summary>Ends the request with the status.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">What went wrong.</param>
    /// <param name="httpStatus">HTTP status; 400 when not given.</param>
    public static Task WriteAsync(HttpContext context, Status status, int httpStatus = StatusCodes.Status400BadRequest)
    {
        context.Response.StatusCode = httpStatus;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(Formatter.Format(status), context.RequestAborted);
    }
}
