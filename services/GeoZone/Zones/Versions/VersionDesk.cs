using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Shapes;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Live;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Zones.Versions;

/// <summary>What is changed, in the words of its service.</summary>
/// <param name="Key">The line or zone.</param>
/// <param name="Word">"line" or "zone", as in the paths of fields and the reasons of errors.</param>
internal sealed record DeskItem(KeptKey Key, string Word)
{
    public static DeskItem Line(string id) => new(KeptKey.Line(id), "line");

    public static DeskItem Zone(string id) => new(KeptKey.Zone(id), "zone");

    public string InvalidReason => $"{Word.ToUpperInvariant()}_INVALID";

    public string ExistsReason => $"{Word.ToUpperInvariant()}_EXISTS";

    public ResourceNotFoundException NotFound() => new($"{Word.ToUpperInvariant()}_NOT_FOUND", Word, Key.Id);
}

/// <summary>What a change came to.</summary>
/// <param name="Kept">The line or zone.</param>
/// <param name="Versions">Its versions as known now.</param>
/// <param name="IsKnown">Whether nothing new was said.</param>
/// <param name="OtherZones">Other zones that changed by it.</param>
internal sealed record DeskAnswer(KeptObject Kept, IReadOnlyList<KeptVersion> Versions, bool IsKnown, IReadOnlyList<string> OtherZones);

/// <summary>Changes lines and zones, each change in one transaction with all that follows from it.</summary>
internal sealed class VersionDesk(
    IImportUnitOfWork work, IVersionStore store, VersionWriter writer, ZoneKeeping keeping, PlaceShapes places, IAgreementStore agreements, ZoneRefresh live)
{
    /// <summary>Begins to keep something. The same again changes nothing, also when more was said of it since.</summary>
    public Task<DeskAnswer> CreateAsync(DeskItem item, DayRange days, VersionBody body, CancellationToken cancellationToken) => RunAsync(item, body, async token =>
    {
        if (await store.FindAsync(item.Key, token) is not { } kept)
            return eras => Timeline.Put(eras, days, body);
        var first = await store.VersionAsync(item.Key, 1, token);
        if (first is not null && first.Days == days && first.Body.Said.Equals(body))
            return eras => eras;
        throw new PreconditionFailedException(item.ExistsReason, $"{item.Word}_id", item.Key.Id, $"Another {item.Word} is kept under this id; its etag is {kept.Etag}.");
    }, cancellationToken);

    /// <summary>Says what something is over some days; of other days what was said stays.</summary>
    public Task<DeskAnswer> AddAsync(DeskItem item, string etag, DayRange days, VersionBody body, CancellationToken cancellationToken) => RunAsync(item, body, async token =>
    {
        await FindAsync(item, etag, token);
        return eras => Timeline.Put(eras, days, body);
    }, cancellationToken);

    /// <summary>Says what is true in place of a version that is known still; days of it that are left out are without a version.</summary>
    public Task<DeskAnswer> CorrectAsync(
        DeskItem item, string etag, int number, Func<DayRange, DayRange> days, VersionBody body, CancellationToken cancellationToken) => RunAsync(item, body, async token =>
    {
        var kept = await FindAsync(item, etag, token);
        var wrong = await store.VersionAsync(item.Key, number, token) ?? throw new ResourceNotFoundException("VERSION_NOT_FOUND", "version", $"{item.Key.Id}@{number}");
        if (wrong.KnownTo is not null)
            throw new PreconditionFailedException("VERSION_SUPERSEDED", "number", $"{item.Key.Id}@{number}", $"Something else is known in place of this version already; the etag is {kept.Etag}.");
        var corrected = days(wrong.Days);
        return eras => Timeline.Put(Timeline.Put(eras, wrong.Days, null), corrected, body);
    }, cancellationToken);

    /// <summary>Says that something is no more.</summary>
    /// <param name="item">What.</param>
    /// <param name="etag">Its etag; empty for any.</param>
    /// <param name="end">The first day on which it is no more.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<DeskAnswer> EndAsync(DeskItem item, string etag, DateOnly end, CancellationToken cancellationToken) => RunAsync(item, null, async token =>
    {
        await FindAsync(item, etag, token);
        return eras => Timeline.Put(eras, new(end, DateOnly.MaxValue), null);
    }, cancellationToken);

    /// <summary>The zones that would have other versions if something were said as <see cref="AddAsync"/> does. Changes nothing; this desk is to be dropped afterwards.</summary>
    public async Task<IReadOnlyList<ForeseenZone>> ForeseeAsync(DeskItem item, DayRange days, VersionBody body, CancellationToken cancellationToken)
    {
        var shapes = await places.FetchAsync(item, body, cancellationToken);
        await FindAsync(item, "", cancellationToken);
        await SayAsync(item, shapes, eras => Timeline.Put(eras, days, body), cancellationToken);
        await CheckAsync(item, body, cancellationToken);
        var (zones, tooLarge) = await writer.ForeseeAsync(cancellationToken);
        RefuseTooLarge(item, tooLarge);
        return zones;
    }

    private async Task SayAsync(
        DeskItem item, IReadOnlyList<(KeptKey Place, Shape Shape)> shapes, Func<IReadOnlyList<Era>, IReadOnlyList<Era>> change, CancellationToken cancellationToken)
    {
        foreach (var (place, shape) in shapes)
            await writer.SayAsync(place, "", eras => eras.Count > 0 ? eras : [new(Always, VersionBody.Of(shape))], cancellationToken);
        await writer.SayAsync(item.Key, "", change, cancellationToken);
    }

    private async Task<DeskAnswer> RunAsync(
        DeskItem item, VersionBody? body, Func<CancellationToken, Task<Func<IReadOnlyList<Era>, IReadOnlyList<Era>>>> prepare, CancellationToken cancellationToken)
    {
        // Asked for before the transaction: another service may take its time.
        var shapes = await places.FetchAsync(item, body, cancellationToken);
        var (answer, outcome) = await work.RunAsync(async token =>
        {
            var change = await prepare(token);
            await SayAsync(item, shapes, change, token);
            await CheckAsync(item, body, token);
            var saved = await keeping.SaveAsync(item.Key.Id, token);
            RefuseTooLarge(item, saved.TooLarge);
            return (await AnswerAsync(item, saved, token), saved);
        }, cancellationToken);
        foreach (var agreement in outcome.Zones.Select(z => z.AgreementId).Where(id => id.Length > 0).Distinct())
            await agreements.ForgetAsync(agreement);
        if (outcome.Zones.Any())
            live.Tell();
        return answer;
    }

    private static DayRange Always => new(DateOnly.MinValue, DateOnly.MaxValue);

    private async Task<KeptObject> FindAsync(DeskItem item, string etag, CancellationToken cancellationToken)
    {
        var kept = await store.FindAsync(item.Key, cancellationToken) ?? throw item.NotFound();
        if (etag.Length > 0 && etag != kept.Etag)
            throw new StaleEtagException("etag", kept.Etag);
        return kept;
    }

    /// <summary>What it names must be kept, and no zone drawn from itself.</summary>
    private async Task CheckAsync(DeskItem item, VersionBody? body, CancellationToken cancellationToken)
    {
        var violations = new FieldViolations();
        foreach (var (path, key) in ShapeReferences.WithPaths("content.shape", body?.Zone?.Shape))
        {
            if (key != item.Key && key.Kind != KeptKind.Place && await store.FindAsync(key, cancellationToken) is null)
                violations.Add(path, $"No {(key.Kind == KeptKind.Line ? "line" : "zone")} is kept under this id.", "UNKNOWN_ID");
        }
        foreach (var (path, band) in ShapeReferences.Bands("content.shape", body?.Zone?.Shape))
        {
            // Beside no version of the line that is known the zone would lie nowhere, and nobody would hear of it.
            var lines = (await store.KnownAsync(KeptKey.Line(band.LineId), cancellationToken)).Select(v => v.Body.Line).OfType<LineContent>().ToList();
            foreach (var (at, party) in BandChecks.Parties(path, band))
            {
                if (lines.Count > 0 && !lines.Exists(line => line.LeftPartyId == party || line.RightPartyId == party))
                    violations.Add(at, $"It must be a party beside the line {band.LineId}, or empty: {Parties(lines[^1])}.", "UNKNOWN_ID");
            }
        }
        if (item.Key.Kind == KeptKind.Zone && await writer.ClosesCircleAsync(item.Key, cancellationToken))
            violations.Add("content.shape", "The zone would be drawn from itself.", "CIRCULAR");
        violations.ThrowIfAny(item.InvalidReason);
    }

    private static string Parties(LineContent line) =>
        string.Join(", ", new[] { line.LeftPartyId, line.RightPartyId }.Where(id => id.Length > 0)) is { Length: > 0 } parties ? parties : "no party is named beside it";

    private static void RefuseTooLarge(DeskItem item, IReadOnlyList<KeptKey> tooLarge)
    {
        var violations = new FieldViolations();
        foreach (var zone in tooLarge)
            violations.Add("content", $"The zone {zone.Id}, drawn from it, would become too large.", "TOO_LARGE");
        violations.ThrowIfAny(item.InvalidReason);
    }

    private async Task<DeskAnswer> AnswerAsync(DeskItem item, VersionOutcome saved, CancellationToken cancellationToken) => new(
        await store.FindAsync(item.Key, cancellationToken) ?? throw item.NotFound(),
        await store.KnownAsync(item.Key, cancellationToken),
        saved.Changes.Count == 0,
        [.. saved.Zones.Select(z => z.Key.Id).Where(id => id != item.Key.Id || item.Key.Kind == KeptKind.Line)]);
}
