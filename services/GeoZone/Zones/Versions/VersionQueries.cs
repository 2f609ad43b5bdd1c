using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.GeoZone.Zones.Versions;

/// <summary>What is asked of lines and zones alike.</summary>
internal sealed class VersionQueries(IVersionStore store, TimeProvider time)
{
    /// <summary>The day and the instant of knowledge that a request gives.</summary>
    /// <exception cref="InvalidRequestException">They are not right.</exception>
    public VersionMoment Moment(string asOfDate, Timestamp? knownTime, string reason)
    {
        var violations = new FieldViolations();
        var moment = Moment(asOfDate, knownTime, violations);
        violations.ThrowIfAny(reason);
        return moment;
    }

    /// <summary>The same with a page.</summary>
    public (PageRequest Page, VersionMoment Moment) Page(int size, string token, string asOfDate, Timestamp? knownTime)
    {
        var violations = new FieldViolations();
        var moment = Moment(asOfDate, knownTime, violations);
        var page = PageRequest.Read(size, token, keys: 1, violations);
        violations.ThrowIfAny("LIST_INVALID");
        return (page, moment);
    }

    /// <summary>The version of a day, as was known; null when there was none.</summary>
    public async Task<(KeptObject Kept, KeptVersion? Version)> OnAsync(DeskItem item, VersionMoment moment, CancellationToken cancellationToken)
    {
        var kept = await store.FindAsync(item.Key, cancellationToken) ?? throw item.NotFound();
        return (kept, await store.OnAsync(item.Key, moment, cancellationToken));
    }

    /// <summary>A page of all versions.</summary>
    public async Task<(KeptObject Kept, PageRequest Page, IReadOnlyList<KeptVersion> Found)> HistoryAsync(
        DeskItem item, int size, string token, CancellationToken cancellationToken)
    {
        var violations = new FieldViolations();
        var page = PageRequest.Read(size, token, keys: 1, violations);
        violations.ThrowIfAny("LIST_INVALID");
        var kept = await store.FindAsync(item.Key, cancellationToken) ?? throw item.NotFound();
        return (kept, page, await store.HistoryAsync(item.Key, page, cancellationToken));
    }

    /// <summary>A version by its number.</summary>
    public async Task<KeptVersion> VersionAsync(DeskItem item, int number, CancellationToken cancellationToken)
    {
        _ = await store.FindAsync(item.Key, cancellationToken) ?? throw item.NotFound();
        return await store.VersionAsync(item.Key, number, cancellationToken)
            ?? throw new ResourceNotFoundException("VERSION_NOT_FOUND", "version", string.Create(CultureInfo.InvariantCulture, $"{item.Key.Id}@{number}"));
    }

    public static string Number(KeptVersion version) => version.Number.ToString(CultureInfo.InvariantCulture);

    public static string Next<T>(PageRequest page, IReadOnlyList<T> found, Func<T, string> key) =>
        found.Count > page.Size ? PageRequest.TokenAfter(key(found[page.Size - 1])) : "";

    private VersionMoment Moment(string asOfDate, Timestamp? knownTime, FieldViolations violations)
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        violations.AddIf(asOfDate.Length > 0 && !DayRange.TryDay(asOfDate, out day), "as_of_date", "It must be a day of the calendar as YYYY-MM-DD.", "MALFORMED_DATE");
        var before = violations.Count;
        QuestionChecks.Instant("known_time", knownTime, violations);
        return new(day, violations.Count > before ? null : knownTime?.ToDateTimeOffset());
    }
}
