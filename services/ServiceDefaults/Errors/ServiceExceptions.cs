using Google.Rpc;
using Microsoft.EntityFrameworkCore;

namespace Truceline.ServiceDefaults.Errors;

/// <summary>The request breaks its contract. Becomes INVALID_ARGUMENT with every violation.</summary>
public sealed class InvalidRequestException(string reason, IReadOnlyList<BadRequest.Types.FieldViolation> violations)
    : Exception("The request is invalid.")
{
    /// <summary>Stable reason, e.g. <c>REPORT_INVALID</c>.</summary>
    public string Reason { get; } = reason;

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyList<BadRequest.Types.FieldViolation> Violations { get; } = violations;
}

/// <summary>What was asked for does not exist. Becomes NOT_FOUND.</summary>
public sealed class ResourceNotFoundException(string reason, string type, string name)
    : Exception($"There is no {type} with this id.")
{
    /// <summary>Stable reason, e.g. <c>REPORT_NOT_FOUND</c>.</summary>
    public string Reason { get; } = reason;

    /// <summary>Kind of thing, e.g. <c>report</c>.</summary>
    public string ResourceType { get; } = type;

    /// <summary>The id that was asked for.</summary>
    public string ResourceName { get; } = name;
}

/// <summary>A caller cannot be served because it, or all callers together, ask too much. Becomes RESOURCE_EXHAUSTED.</summary>
public sealed class ResourceExhaustedException(string reason, string message) : Exception(message)
{
    /// <summary>Stable reason, e.g. <c>STREAM_TOO_SLOW</c>.</summary>
    public string Reason { get; } = reason;
}

/// <summary>What is to be changed was changed since it was read. Becomes ABORTED, CONCURRENT_CHANGE, with the field and the present etag.</summary>
/// <param name="field">Path of the field in the request's proto that holds the etag.</param>
/// <param name="etag">The present etag.</param>
public sealed class StaleEtagException(string field, string etag) : DbUpdateConcurrencyException("The etag is another one.")
{
    /// <summary>Path of the field in the request's proto.</summary>
    public string Field { get; } = field;

    /// <summary>The present etag.</summary>
    public string Etag { get; } = etag;
}

/// <summary>The request is valid but contradicts what is. Becomes FAILED_PRECONDITION with what is in its way.</summary>
/// <param name="reason">Stable reason, e.g. <c>ENTITY_MERGED</c>.</param>
/// <param name="field">Path of the field in the request's proto that names what is in the way.</param>
/// <param name="subject">Id of what is in the way.</param>
/// <param name="message">What is in the way, for people.</param>
public sealed class PreconditionFailedException(string reason, string field, string subject, string message) : Exception(message)
{
    /// <summary>Stable reason, e.g. <c>ENTITY_MERGED</c>.</summary>
    public string Reason { get; } = reason;

    /// <summary>Path of the field in the request's proto.</summary>
    public string Field { get; } = field;

    /// <summary>Id of what is in the way.</summary>
    public string Subject { get; } = subject;
}
