using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.ServiceDefaults.Events;

/// <summary>The token with which the sidecar shows that it is the sidecar.</summary>
internal static class AppToken
{
    /// <summary>Refuses, with UNAUTHENTICATED, a call that does not carry the app token, when one is set.</summary>
    internal static void Check(ServerCallContext context, DaprOptions options)
    {
        if (options.AppToken.Length == 0)
        {
            return;
        }

        var given = context.RequestHeaders.GetValue("dapr-api-token") ?? "";
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(options.AppToken)))
        {
            throw ErrorDetails.Create(StatusCode.Unauthenticated, "APP_TOKEN_INVALID", "The Dapr app token is missing or wrong.").ToRpcException();
        }
    }
}
