using Grpc.Core;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Zones.Versions;

/// <summary>Serves <c>truceline.geozone.v1.LineService</c>.</summary>
internal sealed class LineGrpcService(VersionDesk desk, VersionQueries queries, IVersionReader reader) : LineService.LineServiceBase
{
    public override async Task<CreateLineResponse> CreateLine(CreateLineRequest request, ServerCallContext context)
    {
        var days = DayRange.Validity(request.ValidFrom, request.ValidTo);
        var answer = await desk.CreateAsync(Item(request.LineId), days, VersionBody.Of(request.Content), context.CancellationToken);
        return new() { Line = VersionMapper.Id(answer.Kept), Versions = { Lines(answer) }, AlreadyKnown = answer.IsKnown };
    }

    public override async Task<AddLineVersionResponse> AddLineVersion(AddLineVersionRequest request, ServerCallContext context)
    {
        var days = DayRange.Validity(request.ValidFrom, request.ValidTo);
        var answer = await desk.AddAsync(Item(request.LineId), request.Etag, days, VersionBody.Of(request.Content), context.CancellationToken);
        return new() { Line = VersionMapper.Id(answer.Kept), Versions = { Lines(answer) }, AlreadyKnown = answer.IsKnown, ChangedZoneIds = { answer.OtherZones } };
    }

    public override async Task<CorrectLineVersionResponse> CorrectLineVersion(CorrectLineVersionRequest request, ServerCallContext context)
    {
        var answer = await desk.CorrectAsync(Item(request.LineId), request.Etag, request.Number,
            wrong => VersionChecks.Corrected(wrong, request.ValidFrom, request.ValidTo, "LINE_INVALID"), VersionBody.Of(request.Content), context.CancellationToken);
        return new() { Line = VersionMapper.Id(answer.Kept), Versions = { Lines(answer) }, AlreadyKnown = answer.IsKnown, ChangedZoneIds = { answer.OtherZones } };
    }

    public override async Task<EndLineResponse> EndLine(EndLineRequest request, ServerCallContext context)
    {
        var answer = await desk.EndAsync(Item(request.LineId), request.Etag, DayRange.Day(request.ValidTo), context.CancellationToken);
        return new() { Line = VersionMapper.Id(answer.Kept), Versions = { Lines(answer) }, AlreadyKnown = answer.IsKnown, ChangedZoneIds = { answer.OtherZones } };
    }

    public override async Task<GetLineResponse> GetLine(GetLineRequest request, ServerCallContext context)
    {
        var (kept, version) = await queries.OnAsync(Item(request.LineId), queries.Moment(request.AsOfDate, request.KnownTime, "LINE_INVALID"), context.CancellationToken);
        return new() { Line = VersionMapper.Id(kept), Version = version is null ? null : VersionMapper.ToLine(kept.Key, kept.AgreementId, version) };
    }

    public override async Task<ListLinesResponse> ListLines(ListLinesRequest request, ServerCallContext context)
    {
        var (page, moment) = queries.Page(request.PageSize, request.PageToken, request.AsOfDate, request.KnownTime);
        var found = await reader.LinesAsync(moment, request.AgreementId, page.IsFirst ? "" : page.After[0], page.Size + 1, context.CancellationToken);
        return new() { Versions = { found.Take(page.Size) }, NextPageToken = VersionQueries.Next(page, found, v => v.LineId) };
    }

    public override async Task<ListLineVersionsResponse> ListLineVersions(ListLineVersionsRequest request, ServerCallContext context)
    {
        var (kept, page, found) = await queries.HistoryAsync(Item(request.LineId), request.PageSize, request.PageToken, context.CancellationToken);
        return new()
        {
            Versions = { found.Take(page.Size).Select(v => VersionMapper.ToLine(kept.Key, kept.AgreementId, v)) },
            NextPageToken = VersionQueries.Next(page, found, VersionQueries.Number),
        };
    }

    private static DeskItem Item(string id) => DeskItem.Line(id);

    private static IEnumerable<LineVersion> Lines(DeskAnswer answer) => answer.Versions.Select(v => VersionMapper.ToLine(answer.Kept.Key, answer.Kept.AgreementId, v));
}
