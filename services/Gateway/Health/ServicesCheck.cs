using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Truceline.Gateway.Health;

/// <summary>
/// Asks every service for its gRPC health. Healthy when all serve, degraded when some do not (their paths answer 502 or 504, the others work),
/// unhealthy when none does.
/// </summary>
internal sealed class ServicesCheck(IOptions<GatewayOptions> options, TimeProvider time) : IHealthCheck, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, GrpcChannel> _channels =
        options.Value.Services.ById().ToDictionary(s => s.Key, s => GrpcChannel.ForAddress(s.Value));

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var answers = await Task.WhenAll(_channels.Select(async c => (c.Key, Serves: await ServesAsync(c.Value, cancellationToken))));
        var silent = answers.Where(a => !a.Serves).Select(a => a.Key).Order().ToArray();
        return silent.Length switch
        {
            0 => HealthCheckResult.Healthy("all services serve"),
            var n when n < answers.Length => HealthCheckResult.Degraded("not serving: " + string.Join(", ", silent)),
            _ => HealthCheckResult.Unhealthy("no service serves"),
        };
    }

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
        {
            channel.Dispose();
        }
    }

    private async Task<bool> ServesAsync(GrpcChannel channel, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await new Grpc.Health.V1.Health.HealthClient(channel).CheckAsync(
                new HealthCheckRequest(), deadline: (time.GetUtcNow() + Patience).UtcDateTime, cancellationToken: cancellationToken);
            return answer.Status == HealthCheckResponse.Types.ServingStatus.Serving;
        }
        catch (RpcException)
        {
            return false;
        }
    }
}
