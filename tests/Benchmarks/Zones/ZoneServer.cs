using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.Index;
using Truceline.GeoZone.Zones.Live;

namespace Truceline.Benchmarks.Zones;

/// <summary>Serves the sample's zones from memory until its input ends; its first line is the address.</summary>
internal static class ZoneServer
{
    public const string Verb = "zone-server";

    public static async Task<int> RunAsync(int zones)
    {
        var snapshot = Snapshot(new ZoneSamples(ServedZonesVerb.Seed).Zones(zones, []));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        var live = new LiveZoneHolder();
        live.Swap(new(snapshot, [.. snapshot.Zones.Select((_, i) => new ZoneLabel("bench", Number(i), "", ZoneKind.DemilitarisedZone))], []), TimeProvider.System.GetUtcNow());
        // Verdicts on points need the zones in memory alone: no store, no people in a zone, no shapes that are asked about.
        builder.Services.AddSingleton(new ZoneGrpcService(live, null!, null!, null!, null!, null!, TimeProvider.System));
        await using var app = builder.Build();
        app.MapGrpcService<ZoneGrpcService>();
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        while (await Console.In.ReadLineAsync() is not null)
        {
        }
        await app.StopAsync();
        return 0;
    }

    private static ZoneSnapshot Snapshot(List<double[][][]> zones) =>
        ZoneSnapshot.Empty.With([.. zones.Select((z, i) => new IndexedZone(Number(i), ZoneSamples.Shape(z), null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue))], 2);

    private static string Number(int zone) => zone.ToString(CultureInfo.InvariantCulture);
}
