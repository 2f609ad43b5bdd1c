using Google.Rpc;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Truceline.ServiceDefaults.Storage;
using Status = Google.Rpc.Status;

namespace Truceline.ServiceDefaults.Errors;

/// <summary>
/// From exception to <c>google.rpc.Status</c>, the one table. No exception's text reaches a caller but for those thrown to be told.
/// <list type="table">
/// <item><term><see cref="InvalidRequestException"/></term><description>INVALID_ARGUMENT, its reason, BadRequest with every violation</description></item>
/// <item><term><see cref="ResourceNotFoundException"/></term><description>NOT_FOUND, its reason, ResourceInfo</description></item>
/// <item><term><see cref="PreconditionFailedException"/></term><description>FAILED_PRECONDITION, its reason, PreconditionFailure and BadRequest with what is in the way</description></item>
/// <item><term><see cref="ResourceExhaustedException"/></term><description>RESOURCE_EXHAUSTED, its reason</description></item>
/// <item><term><see cref="StaleEtagException"/></term><description>ABORTED, CONCURRENT_CHANGE, BadRequest with the field and the present etag</description></item>
/// <item><term><see cref="DbUpdateConcurrencyException"/></term><description>ABORTED, CONCURRENT_CHANGE: read again and retry</description></item>
/// <item><term><see cref="TimeoutException"/>, cancellation past the deadline</term><description>DEADLINE_EXCEEDED, DEADLINE_EXCEEDED</description></item>
/// <item><term>cancellation by the caller</term><description>CANCELLED, CANCELLED</description></item>
/// <item><term><see cref="RpcException"/> of a call to another service</term><description>UNAVAILABLE, DEPENDENCY_UNAVAILABLE</description></item>
/// <item><term>a transient failure of the database</term><description>UNAVAILABLE, STORE_UNAVAILABLE</description></item>
/// <item><term>anything else</term><description>INTERNAL, INTERNAL; the log has the exception under the same trace</description></item>
/// </list>
/// </summary>
public static class ExceptionTable
{
    /// <summary>The status for an exception.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="callerCancelled">Whether the caller gave the call up itself.</param>
    public static Status ToStatus(Exception exception, bool callerCancelled) => exception switch
    {
        InvalidRequestException e => ErrorDetails.Invalid(e.Reason, e.Violations),
        ResourceNotFoundException e => ErrorDetails.Create(StatusCode.NotFound, e.Reason, e.Message,
            new ResourceInfo { ResourceType = e.ResourceType, ResourceName = e.ResourceName }),
        PreconditionFailedException e => ErrorDetails.Create(StatusCode.FailedPrecondition, e.Reason, e.Message, new PreconditionFailure
        {
            Violations = { new PreconditionFailure.Types.Violation { Type = e.Field, Subject = e.Subject, Description = e.Message } },
        }, InTheWay(e.Field, e.Message, e.Reason)),
        ResourceExhaustedException e => ErrorDetails.Create(StatusCode.ResourceExhausted, e.Reason, e.Message),
        StaleEtagException e => ErrorDetails.Create(StatusCode.Aborted, "CONCURRENT_CHANGE", $"It was changed meanwhile; its etag is {e.Etag}. Read it again and retry.",
            InTheWay(e.Field, $"It must be empty or the present etag, {e.Etag}.", "CONCURRENT_CHANGE")),
        DbUpdateConcurrencyException => ErrorDetails.Create(StatusCode.Aborted, "CONCURRENT_CHANGE",
            "It was changed by another request meanwhile. Read it again and retry."),
        OperationCanceledException when callerCancelled => ErrorDetails.Create(StatusCode.Cancelled, "CANCELLED", "The caller gave up."),
        OperationCanceledException or TimeoutException => ErrorDetails.Create(StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED",
            "The call took longer than its deadline."),
        RpcException => ErrorDetails.Create(StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE", "A service that is needed did not answer. Retry later."),
        _ when StorageFailures.IsTransient(exception) => ErrorDetails.Create(StatusCode.Unavailable, "STORE_UNAVAILABLE",
            "The database did not answer. Retry later."),
        _ => ErrorDetails.Create(StatusCode.Internal, "INTERNAL", "An internal error. The service's log has it under this trace."),
    };

    // Callers over HTTP read violations of fields from nothing else.
    private static BadRequest InTheWay(string field, string description, string reason) => new()
    {
        FieldViolations = { new BadRequest.Types.FieldViolation { Field = field, Description = description, Reason = reason } },
    };
}
