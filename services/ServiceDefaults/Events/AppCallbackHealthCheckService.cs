using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.ServiceDefaults.Events;

/// <summary>
/// Tells the Dapr sidecar whether to deliver: OK when the database answers (the readiness check <see cref="Check"/>), UNAVAILABLE when it does
/// not, or not within <see cref="Patience"/>. A service without a database is always OK. No app token is asked for: the sidecar's probes carry
/// none, and one that was refused would end all deliveries. The answer gives nothing away.
/// </summary>
internal sealed class AppCallbackHealthCheckService(HealthCheckService health, TimeProvider time)
    : AppCallbackHealthCheck.AppCallbackHealthCheckBase
{
    /// <summary>Name of the check of the database.</summary>
    internal const string Check = "database";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public override async Task<HealthCheckResponse> HealthCheck(Empty request, ServerCallContext context)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, limit.Token);
        return await AnswersAsync(linked.Token)
            ? new HealthCheckResponse()
            : throw ErrorDetails.Create(StatusCode.Unavailable, "STORE_UNAVAILABLE", "The database did not answer. Retry later.").ToRpcException();
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await health.CheckHealthAsync(check => check.Name == Check, cancellationToken)).Status != HealthStatus.Unhealthy;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
