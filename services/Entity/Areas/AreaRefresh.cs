using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Truceline.GeoZone.V1;
using ZiggyCreatures.Caching.Fusion;

namespace Truceline.Entity.Areas;

/// <summary>
/// Asks GeoZone for the agreements, at start and then every <see cref="AreaOptions.RefreshSeconds"/>. The last answer is cached under
/// <c>entity:agreements</c> (a <see cref="ListAgreementsResponse"/> with all pages, in its wire form, both levels) for
/// <see cref="AreaOptions.KeepHours"/>: a replica that starts while GeoZone is down goes on with it. A failure is logged and changes nothing.
/// </summary>
internal sealed partial class AreaRefresh(
    AgreementService.AgreementServiceClient geoZone, AreasInForce areas, IFusionCache cache, IOptions<AreaOptions> options, TimeProvider time,
    ILogger<AreaRefresh> logger) : BackgroundService
{
    private const string Key = "entity:agreements";
    private const int PageSize = 200;
    private const int MostPages = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TakeCachedAsync(stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.RefreshSeconds), time);
        do
        {
            await RefreshAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TakeCachedAsync(CancellationToken cancellationToken)
    {
        var kept = await cache.TryGetAsync<byte[]>(Key, token: cancellationToken);
        if (kept is { HasValue: true, Value: { } bytes })
        {
            areas.Set(ListAgreementsResponse.Parser.ParseFrom(bytes).Agreements);
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            var all = await ListAsync(cancellationToken);
            areas.Set(all.Agreements);
            await cache.SetAsync(Key, all.ToByteArray(), TimeSpan.FromHours(options.Value.KeepHours), token: cancellationToken);
            LogRefreshed(logger, all.Agreements.Count, areas.Current.Count);
        }
        catch (RpcException exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, exception.StatusCode, areas.Current.Count);
        }
    }

    private async Task<ListAgreementsResponse> ListAsync(CancellationToken cancellationToken)
    {
        var all = new ListAgreementsResponse();
        var request = new ListAgreementsRequest { PageSize = PageSize };
        for (var page = 0; page < MostPages; page++)
        {
            var deadline = time.GetUtcNow().AddSeconds(options.Value.DeadlineSeconds).UtcDateTime;
            var response = await geoZone.ListAgreementsAsync(request, deadline: deadline, cancellationToken: cancellationToken);
            all.Agreements.Add(response.Agreements);
            if (response.NextPageToken.Length == 0)
            {
                break;
            }

            request.PageToken = response.NextPageToken;
        }

        return all;
    }

    [LoggerMessage(1, LogLevel.Debug, "GeoZone listed {Agreements} agreements; {Areas} areas are in force", EventName = "AreasRefreshed")]
    private static partial void LogRefreshed(ILogger logger, int agreements, int areas);

    [LoggerMessage(2, LogLevel.Warning, "GeoZone did not answer ({Status}); readings go on with the {Areas} areas known", EventName = "AreasNotRefreshed")]
    private static partial void LogFailed(ILogger logger, StatusCode status, int areas);
}
