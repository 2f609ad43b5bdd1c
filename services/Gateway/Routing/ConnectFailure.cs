using Yarp.ReverseProxy.Forwarder;

namespace Truceline.Gateway.Routing;

/// <summary>Tells how a call that was not forwarded failed. Pure.</summary>
internal static class ConnectFailure
{
    /// <summary>Whether no connection to the replica came about, so that nothing of the call can have reached it.</summary>
    internal static bool IsOne(IForwarderErrorFeature error) => error.Exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } => true,
        // The handler's bound on connecting; that on the whole call has no exception within.
        OperationCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };

    /// <summary>Whether the call may be sent to another replica: it reached none, or it is a GET that ended without an answer.</summary>
    internal static bool MayBeSentAgain(IForwarderErrorFeature error, string method) =>
        IsOne(error) || (error.Error == ForwarderError.Request && HttpMethods.IsGet(method));
}
