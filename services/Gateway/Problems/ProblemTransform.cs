using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Truceline.Gateway.Problems;

/// <summary>Turns the error of a transcoded call into a problem document. gRPC and gRPC-Web answers pass untouched.</summary>
internal sealed class ProblemTransform : ITransformProvider
{
    private const int LargestError = 1024 * 1024;

    public void ValidateRoute(TransformRouteValidationContext context)
    {
        // Nothing can be configured wrongly.
    }

    public void ValidateCluster(TransformClusterValidationContext context)
    {
        // Nothing can be configured wrongly.
    }

    public void Apply(TransformBuilderContext context)
    {
        if (context.Route.RouteId.StartsWith("http ", StringComparison.Ordinal))
        {
            context.AddResponseTransform(TransformAsync);
        }
    }

    // An error without a reason is not one of the house's own; its text may be a framework's.
    private static string? DetailOf(StatusReader.ServiceError? error) => error is null or { Reason: StatusReader.Default } ? null : error.Message;

    private static async ValueTask TransformAsync(ResponseTransformContext context)
    {
        if (context.ProxyResponse is not { } answer || (int)answer.StatusCode < 400)
        {
            return;
        }

        context.SuppressResponseBody = true;
        var http = context.HttpContext;
        await answer.Content.LoadIntoBufferAsync(LargestError, http.RequestAborted);
        var body = await answer.Content.ReadAsByteArrayAsync(http.RequestAborted);
        var error = StatusReader.Read(body);
        await Problem.Create(http, (int)answer.StatusCode, error?.Reason ?? StatusReader.Default, DetailOf(error), error?.Violations).WriteAsync(http);
    }
}
