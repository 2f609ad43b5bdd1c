using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.ServiceDefaults.Events;

/// <summary>
/// Tells the Dapr sidecar whether to deliver: OK when the database answers (the readiness check <see cref="Check"/>), UNAVAILABLE when it does
/// not, or not within <see cref="Patience"/>. A service without a database is always OK. The app token is asked for, when one is set.
/// </summary>
internal sealed class AppCallbackHealthCheckService(HealthCheckService health, IOptions<DaprOptions> options, TimeProvider time)
    : AppCallbackHealthCheck.AppCallbackHealthCheckBase
{
    /// <summary>Name of the check of the database.</summary>
    internal const string Check = "database";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public override async Task<HealthCheckResponse> HealthCheck(Empty request, ServerCallContext context)
    {
        AppToken.Check(context, options.Value);
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
