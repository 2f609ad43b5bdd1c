using Google.Rpc;

namespace Truceline.ServiceDefaults.Errors;

/// <summary>Collects everything that is wrong with a request, so that the caller hears of all of it at once. Not thread-safe.</summary>
public sealed class FieldViolations
{
    private readonly List<BadRequest.Types.FieldViolation> _violations = [];

    /// <summary>How many were found.</summary>
    public int Count => _violations.Count;

    /// <summary>What was found, in order.</summary>
    public IReadOnlyList<BadRequest.Types.FieldViolation> All => _violations;

    /// <summary>Notes a violation; the same reason at the same field counts once.</summary>
    /// <param name="field">Path of the field in the request's proto, e.g. <c>report.text</c> or <c>agreement.lines[0].course</c>.</param>
    /// <param name="description">What is wrong and what is allowed, for people.</param>
    /// <param name="reason">Stable word for programs, upper case with underscores, e.g. <c>REQUIRED</c>, <c>TOO_LONG</c>.</param>
    public void Add(string field, string description, string reason)
    {
        if (!_violations.Exists(v => v.Field == field && v.Reason == reason))
        {
            _violations.Add(new BadRequest.Types.FieldViolation { Field = field, Description = description, Reason = reason });
        }
    }

    /// <summary>Notes a violation when <paramref name="broken"/> holds.</summary>
    public void AddIf(bool broken, string field, string description, string reason)
    {
        if (broken)
        {
            Add(field, description, reason);
        }
    }

    /// <summary>Ends the request with all violations, if there are any.</summary>
    /// <param name="reason">Stable reason of the whole error, e.g. <c>REPORT_INVALID</c>.</param>
    /// <exception cref="InvalidRequestException">There is at least one violation.</exception>
    public void ThrowIfAny(string reason)
    {
        if (_violations.Count > 0)
        {
            throw new InvalidRequestException(reason, _violations);
        }
    }
}
