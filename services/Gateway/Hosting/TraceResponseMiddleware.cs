using System.Diagnostics;

namespace Truceline.Gateway.Hosting;

/// <summary>Tells the caller the trace of its request: header <c>traceresponse</c> (W3C Trace Context, level 2).</summary>
internal sealed class TraceResponseMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity)
        {
            var value = $"00-{activity.TraceId}-{activity.SpanId}-{(activity.Recorded ? "01" : "00")}";
            context.Response.OnStarting(() =>
            {
                context.Response.Headers["traceresponse"] = value;
                return Task.CompletedTask;
            });
        }

        return next(context);
    }
}
