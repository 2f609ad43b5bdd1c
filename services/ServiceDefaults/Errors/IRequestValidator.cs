using Google.Protobuf;

namespace Truceline.ServiceDefaults.Errors;

/// <summary>
/// Says everything that is wrong with a request before it is handled. Pure, apart from the present time. Registered as a singleton, it runs
/// for every call that takes <typeparamref name="TRequest"/>, by gRPC or transcoded.
/// </summary>
/// <typeparam name="TRequest">The request's proto.</typeparam>
public interface IRequestValidator<in TRequest>
    where TRequest : IMessage
{
    /// <summary>Stable reason of the whole error, e.g. <c>REPORT_INVALID</c>.</summary>
    string Reason { get; }

    /// <summary>Notes every violation by proto path.</summary>
    void Check(TRequest request, FieldViolations violations);
}
