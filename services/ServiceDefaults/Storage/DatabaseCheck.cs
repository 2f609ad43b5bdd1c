using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Truceline.ServiceDefaults.Storage;

/// <summary>Ready when the database answers a query on its own tables.</summary>
internal sealed class DatabaseCheck(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var waiting = await scope.ServiceProvider.GetRequiredService<ServiceDbContext>()
                .Outbox.CountAsync(m => m.DispatchedTime == null, cancellationToken);
            return HealthCheckResult.Healthy($"{waiting} events wait to be published");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("the database does not answer", exception);
        }
    }
}
