using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.ServiceDefaults.Events;

/// <summary>
/// Degraded when the sidecar's port does not answer, or when an event has waited too long to be taken. The service works on: what it accepts
/// waits in the outbox.
/// </summary>
internal sealed class SidecarCheck(IServiceScopeFactory scopes, IOptions<DaprOptions> options, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await AnswersAsync(cancellationToken))
        {
            return HealthCheckResult.Degraded("the sidecar does not answer; events wait in the outbox");
        }

        try
        {
            return await OldestAsync(cancellationToken);
        }
        catch (Exception exception) when (StorageFailures.IsTransient(exception))
        {
            return HealthCheckResult.Degraded("the outbox cannot be looked into: the database does not answer");
        }
    }

    private async Task<HealthCheckResult> OldestAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var limit = time.GetUtcNow() - LongestWait;
        var late = await scope.ServiceProvider.GetRequiredService<ServiceDbContext>()
            .Outbox.CountAsync(m => m.DispatchedTime == null && m.CreatedTime < limit, cancellationToken);
        return late == 0
            ? HealthCheckResult.Healthy("the sidecar takes events")
            : HealthCheckResult.Degraded($"{late} events have waited for the sidecar for more than {LongestWait.TotalSeconds} s");
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        var sidecar = new Uri(options.Value.GrpcEndpoint);
        using var timeout = new CancellationTokenSource(Patience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(sidecar.Host, sidecar.Port, linked.Token);
            return true;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
