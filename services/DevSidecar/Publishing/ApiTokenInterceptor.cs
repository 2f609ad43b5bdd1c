using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Options;

namespace Truceline.DevSidecar.Publishing;

/// <summary>Refuses a call without the configured <c>dapr-api-token</c> as UNAUTHENTICATED.</summary>
internal sealed class ApiTokenInterceptor(IOptions<SidecarOptions> options) : Interceptor
{
    public const string Header = "dapr-api-token";

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (options.Value.ApiToken is { Length: > 0 } expected && !Matches(context.RequestHeaders.GetValue(Header), expected))
            throw new RpcException(new Status(StatusCode.Unauthenticated, "The dapr-api-token is missing or wrong."));
        return continuation(request, context);
    }

    private static bool Matches(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
