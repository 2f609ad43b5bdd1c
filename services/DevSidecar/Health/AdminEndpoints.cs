namespace Truceline.DevSidecar.Health;

/// <summary>
/// The HTTP/1.1 endpoints: <c>/health/live</c>, <c>/health/ready</c>, <c>/status</c>, and the health paths that Dapr's client asks on the
/// HTTP endpoint of a sidecar.
/// </summary>
internal static class AdminEndpoints
{
    public static void MapAdmin(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text("live"));
        endpoints.MapGet("/health/ready", (SidecarReadiness readiness) =>
            readiness.IsReady ? Results.Text("ready") : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable));
        endpoints.MapGet("/status", (StatusReporter reporter) => reporter.Report());
        endpoints.MapGet("/v1.0/healthz", DaprHealth);
        endpoints.MapGet("/v1.0/healthz/outbound", DaprHealth);
    }

    private static IResult DaprHealth(SidecarReadiness readiness) =>
        readiness.IsReady ? Results.NoContent() : Results.StatusCode(StatusCodes.Status500InternalServerError);
}
