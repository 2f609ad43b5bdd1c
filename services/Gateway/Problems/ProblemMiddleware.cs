using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Truceline.Gateway.Problems;

/// <summary>Gives a problem document to requests that end with an error of the gateway itself: no such path, a service that does not answer.</summary>
internal sealed class ProblemMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = exception.StatusCode;
        }

        if (context.Response.StatusCode < 400 || context.Response.HasStarted || IsGrpc(context) || context.Response.ContentType is not null)
        {
            return;
        }

        var (reason, detail) = Describe(context);
        await Problem.Create(context, context.Response.StatusCode, reason, detail).WriteAsync(context);
    }

    private static (string Reason, string? Detail) Describe(HttpContext context)
    {
        // A body that is too large fails in the midst of forwarding, but it is the caller's error and has its own status.
        if (context.Features.Get<IForwarderErrorFeature>() is not null && context.Response.StatusCode >= 500)
        {
            return context.Response.StatusCode == StatusCodes.Status504GatewayTimeout
                ? ("SERVICE_TIMEOUT", "The service behind the gateway did not answer in time.")
                : ("SERVICE_UNAVAILABLE", "The service behind the gateway does not answer. Retry later.");
        }

        return context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ("PATH_NOT_FOUND", "There is nothing at this path."),
            StatusCodes.Status405MethodNotAllowed => ("METHOD_NOT_ALLOWED", "The path does not take this method."),
            StatusCodes.Status413PayloadTooLarge => ("REQUEST_TOO_LARGE",
                $"The body must be at most {context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize} bytes."),
            StatusCodes.Status415UnsupportedMediaType => ("MEDIA_TYPE_UNSUPPORTED", "The body must be application/json."),
            _ => (StatusReader.Default, null),
        };
    }

    private static bool IsGrpc(HttpContext context) =>
        context.Request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;
}
