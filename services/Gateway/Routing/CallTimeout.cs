using Microsoft.AspNetCore.Http.Timeouts;

namespace Truceline.Gateway.Routing;

/// <summary>Answers 504 to a call that took longer than its route allows; the forwarder itself takes it for one that the caller gave up.</summary>
internal static class CallTimeout
{
    internal static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Features.Get<IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.IsCancellationRequested == true && !context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status504GatewayTimeout;
        }
    }
}
