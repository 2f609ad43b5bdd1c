using System.Net;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.Index;
using Truceline.GeoZone.Zones.Live;

namespace Truceline.Benchmarks.Zones;

/// <summary>The service's verdicts over gRPC on loopback, with zones put into its memory; client and server share the process.</summary>
internal sealed class ServedZones : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;
    private readonly ZoneService.ZoneServiceClient _client;

    private ServedZones(WebApplication app, GrpcChannel channel) => (_app, _channel, _client) = (app, channel, new(channel));

    public static async Task<ServedZones> StartAsync(ZoneSnapshot snapshot)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        var live = new LiveZoneHolder();
        live.Swap(new(snapshot, [.. snapshot.Zones.Select((_, i) => new ZoneLabel("bench", $"{i}", "", ZoneKind.DemilitarisedZone))], []), TimeProvider.System.GetUtcNow());
        // Verdicts need the zones in memory alone: neither a store nor the people in a zone.
        builder.Services.AddSingleton(new ZoneGrpcService(live, null!, null!, null!, null!, TimeProvider.System));
        var app = builder.Build();
        app.MapGrpcService<ZoneGrpcService>();
        await app.StartAsync();
        return new(app, GrpcChannel.ForAddress(app.Urls.First()));
    }

    /// <summary>Asks for all points, one call each, some of them by each caller: verdicts with distances.</summary>
    public Task<int[][]> AskAsync(ReadOnlyMemory<GeoPoint> points, int callers, double radiusM)
    {
        var answers = new int[points.Length][];
        return Callers.RunAsync(callers, points.Length, answers, async claims =>
        {
            while (claims.Next() is { } i)
            {
                var point = points.Span[i];
                var answer = await _client.JudgePositionAsync(new()
                {
                    Question = new() { Position = new() { Latitude = point.Latitude, Longitude = point.Longitude }, RadiusM = radiusM },
                });
                answers[i] = [.. answer.Verdict.Zones.Select(z => int.Parse(z.ZoneId, System.Globalization.CultureInfo.InvariantCulture)).Order()];
            }
        });
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.DisposeAsync();
    }
}
