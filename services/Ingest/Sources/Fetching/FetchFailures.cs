using System.Security.Authentication;

namespace Truceline.Ingest.Sources.Fetching;

/// <summary>From exception to stable reason. Pure.</summary>
internal static class FetchFailures
{
    /// <summary>The reason for an exception of a request; null for one that no request should throw.</summary>
    internal static string? ReasonOf(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case ConnectRefusedException refused:
                    return refused.Reason;
                case BodyRefusedException refused:
                    return refused.Reason;
                case HostPausedException:
                    return FetchReasons.HostPaused;
                case AuthenticationException:
                    return FetchReasons.Tls;
            }
        }

        return exception switch
        {
            OperationCanceledException or TimeoutException => FetchReasons.Timeout,
            HttpRequestException http => OfHttp(http.HttpRequestError),
            IOException => FetchReasons.Connection,
            _ => null,
        };
    }

    private static string OfHttp(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => FetchReasons.NameUnknown,
        HttpRequestError.SecureConnectionError => FetchReasons.Tls,
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.ConfigurationLimitExceeded => FetchReasons.Protocol,
        _ => FetchReasons.Connection,
    };
}
