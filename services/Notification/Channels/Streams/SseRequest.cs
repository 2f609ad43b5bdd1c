using System.Globalization;
using Microsoft.Extensions.Primitives;
using Truceline.Notification.Subscriptions;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Notification.Channels.Streams;

/// <summary>What a request for server-sent events asks for.</summary>
/// <param name="Filter">Which alerts.</param>
/// <param name="After">Sequence after which to begin; null for what comes from now on.</param>
internal sealed record SseRequest(AlertFilter Filter, long? After)
{
    /// <summary>
    /// Reads the query parameters <c>subjects</c>, <c>agreement_ids</c> and <c>classes</c> (each may be given again), and where to begin: the
    /// header <c>Last-Event-ID</c>, which a browser sends when it comes back, goes before <c>after_sequence</c>. Pure.
    /// </summary>
    internal static SseRequest Read(IQueryCollection query, StringValues lastEventId, FieldViolations violations)
    {
        var filter = new AlertFilter();
        foreach (var subject in Values(query["subjects"]))
        {
            filter.Subjects.Add(SubjectOf(subject));
        }

        filter.AgreementIds.AddRange(Values(query["agreement_ids"]));
        filter.Classes.AddRange(Values(query["classes"]));
        var inFilter = new FieldViolations();
        AlertFilterValidator.Check(filter, "filter", inFilter);
        foreach (var violation in inFilter.All)
        {
            violations.Add(violation.Field["filter.".Length..], violation.Description, violation.Reason);
        }

        var resumed = lastEventId.Count > 0 && !string.IsNullOrEmpty(lastEventId[0]);
        return new SseRequest(filter, resumed
            ? Sequence(lastEventId[0], "Last-Event-ID", violations)
            : Sequence(query["after_sequence"].FirstOrDefault(), "after_sequence", violations));
    }

    private static IEnumerable<string> Values(StringValues values) => values.Select(value => value ?? "");

    private static Subject SubjectOf(string name) => name switch
    {
        "SUBJECT_INCIDENT" => Subject.Incident,
        "SUBJECT_OBLIGATION" => Subject.Obligation,
        "SUBJECT_CLAIM" => Subject.Claim,
        _ => Subject.Unspecified,
    };

    private static long? Sequence(string? text, string field, FieldViolations violations)
    {
        if (text is null)
        {
            return null;
        }

        var valid = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence);
        violations.AddIf(!valid, field, "It must be a whole number, 0 or more.", "OUT_OF_RANGE");
        return sequence;
    }
}
