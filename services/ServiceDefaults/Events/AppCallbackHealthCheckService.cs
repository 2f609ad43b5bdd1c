using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.ServiceDefaults.Events;

/// <summary>
/// Tells the Dapr sidecar whether to deliver: OK when the database answers (the readiness check <see cref="Check"/>), UNAVAILABLE when it does
/// not. A service without a database is always OK. No app token is asked for: the sidecar's probes carry
/// none, and one that was refused would end all deliveries. The answer gives nothing away.
/// </summary>
internal sealed class AppCallbackHealthCheckService(HealthCheckService health)
    : AppCallbackHealthCheck.AppCallbackHealthCheckBase
{
    /// <summary>Name of the check of the database.</summary>
    internal const string Check = "database";

    public override async Task<HealthCheckResponse> HealthCheck(Empty request, ServerCallContext context)
    {
        var report = await health.CheckHealthAsync(check => check.Name == Check, context.CancellationToken);
        return report.Status != HealthStatus.Unhealthy
            ? new HealthCheckResponse()
            : throw ErrorDetails.Create(StatusCode.Unavailable, "STORE_UNAVAILABLE", "The database did not answer. Retry later.").ToRpcException();
    }
}
