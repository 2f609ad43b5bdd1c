using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace Truceline.ServiceDefaults.Errors;

/// <summary>Builds <c>google.rpc.Status</c> with its details.</summary>
public static class ErrorDetails
{
    /// <summary>Domain of every <c>ErrorInfo</c>.</summary>
    public const string Domain = "truceline";

    /// <summary>The detail messages, so that transcoding can write them as JSON.</summary>
    public static TypeRegistry Registry { get; } = TypeRegistry.FromMessages(
        ErrorInfo.Descriptor, BadRequest.Descriptor, ResourceInfo.Descriptor, RetryInfo.Descriptor, PreconditionFailure.Descriptor);

    /// <summary>A status with a stable reason and further details.</summary>
    public static Status Create(StatusCode code, string reason, string message, params IMessage[] details)
    {
        var status = new Status
        {
            Code = (int)code,
            Message = message,
            Details = { Any.Pack(new ErrorInfo { Domain = Domain, Reason = reason }) },
        };
        status.Details.Add(details.Select(Any.Pack));
        return status;
    }

    /// <summary>INVALID_ARGUMENT with every violation.</summary>
    public static Status Invalid(string reason, IReadOnlyList<BadRequest.Types.FieldViolation> violations)
    {
        var message = violations.Count == 1
            ? $"{violations[0].Field}: {violations[0].Description}"
            : $"{violations.Count} fields are invalid: {string.Join(", ", violations.Select(v => v.Field).Distinct())}.";
        return Create(StatusCode.InvalidArgument, reason, message, new BadRequest { FieldViolations = { violations } });
    }
}
