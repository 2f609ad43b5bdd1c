using Yarp.ReverseProxy.Forwarder;

namespace Truceline.Gateway.Routing;

/// <summary>
/// Sends a call that could not be sent to one replica to another, each replica once. A call that may have reached a service is not repeated,
/// unless it is a GET: whether it was carried out is not known, and saying so (502) is the caller's to act on.
/// </summary>
internal static class AnotherReplica
{
    internal static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var tried = new HashSet<string>();
        while (true)
        {
            await next(context);
            var proxy = context.GetReverseProxyFeature();
            if (context.Features.Get<IForwarderErrorFeature>() is not { } error || proxy.ProxiedDestination is not { } replica
                || !ConnectFailure.MayBeSentAgain(error, context.Request.Method)
                || context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
            {
                return;
            }

            tried.Add(replica.DestinationId);
            // Those left out for now are asked in the end, too: one of them may be back.
            var all = proxy.Route.Cluster!.DestinationsState;
            var rest = all.AvailableDestinations.Where(d => !tried.Contains(d.DestinationId)).ToArray();
            rest = rest.Length > 0 ? rest : [.. all.AllDestinations.Where(d => !tried.Contains(d.DestinationId))];
            if (rest.Length == 0)
            {
                return;
            }

            context.Features.Set<IForwarderErrorFeature>(null);
            context.Response.Clear();
            proxy.ProxiedDestination = null;
            proxy.AvailableDestinations = rest;
        }
    }
}
