using Grpc.Core;
using Truceline.GeoZone.Shapes;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Versions;

namespace Truceline.GeoZone.Zones;

/// <summary>Zones with their versions.</summary>
internal sealed partial class ZoneGrpcService
{
    public override async Task<CreateZoneResponse> CreateZone(CreateZoneRequest request, ServerCallContext context)
    {
        var days = DayRange.Validity(request.ValidFrom, request.ValidTo);
        var answer = await desk.CreateAsync(Item(request.ZoneId), days, VersionBody.Of(request.Content), context.CancellationToken);
        return new() { Zone = VersionMapper.Id(answer.Kept), Versions = { Zones(answer) }, AlreadyKnown = answer.IsKnown };
    }

    public override async Task<AddZoneVersionResponse> AddZoneVersion(AddZoneVersionRequest request, ServerCallContext context)
    {
        var days = DayRange.Validity(request.ValidFrom, request.ValidTo);
        var answer = await desk.AddAsync(Item(request.ZoneId), request.Etag, days, VersionBody.Of(request.Content), context.CancellationToken);
        return new() { Zone = VersionMapper.Id(answer.Kept), Versions = { Zones(answer) }, AlreadyKnown = answer.IsKnown, ChangedZoneIds = { answer.OtherZones } };
    }

    public override async Task<CorrectZoneVersionResponse> CorrectZoneVersion(CorrectZoneVersionRequest request, ServerCallContext context)
    {
        var answer = await desk.CorrectAsync(Item(request.ZoneId), request.Etag, request.Number,
            wrong => VersionChecks.Corrected(wrong, request.ValidFrom, request.ValidTo, "ZONE_INVALID"), VersionBody.Of(request.Content), context.CancellationToken);
        return new() { Zone = VersionMapper.Id(answer.Kept), Versions = { Zones(answer) }, AlreadyKnown = answer.IsKnown, ChangedZoneIds = { answer.OtherZones } };
    }

    public override async Task<EndZoneResponse> EndZone(EndZoneRequest request, ServerCallContext context)
    {
        var answer = await desk.EndAsync(Item(request.ZoneId), request.Etag, DayRange.Day(request.ValidTo), context.CancellationToken);
        return new() { Zone = VersionMapper.Id(answer.Kept), Versions = { Zones(answer) }, AlreadyKnown = answer.IsKnown, ChangedZoneIds = { answer.OtherZones } };
    }

    public override async Task<GetZoneResponse> GetZone(GetZoneRequest request, ServerCallContext context)
    {
        var (kept, version) = await queries.OnAsync(Item(request.ZoneId), queries.Moment(request.AsOfDate, request.KnownTime, "ZONE_INVALID"), context.CancellationToken);
        return new() { Zone = VersionMapper.Id(kept), Version = version is null ? null : VersionMapper.ToZone(kept.Key, kept.AgreementId, version) };
    }

    public override async Task<ListZonesResponse> ListZones(ListZonesRequest request, ServerCallContext context)
    {
        var (page, moment) = queries.Page(request.PageSize, request.PageToken, request.AsOfDate, request.KnownTime);
        var found = await reader.ZonesAsync(moment, request.AgreementId, page.IsFirst ? "" : page.After[0], page.Size + 1, context.CancellationToken);
        return new() { Versions = { found.Take(page.Size) }, NextPageToken = VersionQueries.Next(page, found, v => v.ZoneId) };
    }

    public override async Task<ListZoneVersionsResponse> ListZoneVersions(ListZoneVersionsRequest request, ServerCallContext context)
    {
        var (kept, page, found) = await queries.HistoryAsync(Item(request.ZoneId), request.PageSize, request.PageToken, context.CancellationToken);
        return new()
        {
            Versions = { found.Take(page.Size).Select(v => VersionMapper.ToZone(kept.Key, kept.AgreementId, v)) },
            NextPageToken = VersionQueries.Next(page, found, VersionQueries.Number),
        };
    }

    public override async Task<CompareZoneVersionsResponse> CompareZoneVersions(CompareZoneVersionsRequest request, ServerCallContext context)
    {
        var before = await DrawAsync(request.ZoneId, request.BeforeNumber, context);
        var after = await DrawAsync(request.ZoneId, request.AfterNumber, context);
        return new()
        {
            Gained = DrawnMapper.ToProto(ZoneDifference.Gained(before, after)),
            Lost = DrawnMapper.ToProto(ZoneDifference.Gained(after, before)),
        };
    }

    public override Task<CountPeopleResponse> CountPeople(CountPeopleRequest request, ServerCallContext context) =>
        people.CountAsync(Item(request.ZoneId), queries.Moment(request.AsOfDate, null, "ZONE_INVALID"), context.CancellationToken);

    private static DeskItem Item(string id) => DeskItem.Zone(id);

    private static IEnumerable<ZoneVersion> Zones(DeskAnswer answer) => answer.Versions.Select(v => VersionMapper.ToZone(answer.Kept.Key, answer.Kept.AgreementId, v));

    /// <summary>A version that is nowhere is empty.</summary>
    private async Task<DrawnZone> DrawAsync(string zoneId, int number, ServerCallContext context) =>
        (await queries.VersionAsync(Item(zoneId), number, context.CancellationToken)).Body.DrawnFrom is { } shape
            ? ZoneDrawer.Draw(ShapeMapper.FromProto(shape))
            : DrawnZone.Certain(NetTopologySuite.Geometries.MultiPolygon.Empty);
}
