using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Truceline.ServiceDefaults.Deadlines;

/// <summary>
/// Bounds every unary call, also one whose caller set no deadline: after <see cref="Longest"/> its cancellation token fires and the caller
/// gets DEADLINE_EXCEEDED. A shorter deadline of the caller's stands. Streams are not bounded; they have heartbeats.
/// </summary>
internal sealed class UnaryTimeoutMiddleware(RequestDelegate next, TimeProvider time)
{
    /// <summary>Longest time that a unary call may take.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Marks, in the request's items, that the bound ended it and not the caller.</summary>
    internal static readonly object TimedOut = new();

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is not { Method.Type: MethodType.Unary })
        {
            await next(context);
            return;
        }

        using var timeout = new CancellationTokenSource(Longest, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, timeout.Token);
        using var mark = timeout.Token.Register(() => context.Items[TimedOut] = true);
        var aborted = context.RequestAborted;
        context.RequestAborted = linked.Token;
        try
        {
            await next(context);
        }
        finally
        {
            context.RequestAborted = aborted;
        }
    }
}
