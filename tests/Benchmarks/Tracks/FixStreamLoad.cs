using System.Diagnostics;
using System.Net;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Truceline.GeoZone.Tracks;
using Truceline.GeoZone.Tracks.Course;
using Truceline.GeoZone.V1;

namespace Truceline.Benchmarks.Tracks;

/// <summary>The fixes through a client stream over loopback, 1,000 in a message: Kestrel, HTTP/2, parsing, following and answers; client and server share the process, and the processor time counts both.</summary>
internal static class FixStreamLoad
{
    private const int Batch = 1_000;

    public static async Task MeasureAsync(FenceSet fences, string[] ids, TrackSamples samples, int rounds)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(fences);
        await using var app = builder.Build();
        app.MapGrpcService<FixService>();
        await app.StartAsync();
        using var channel = GrpcChannel.ForAddress(app.Urls.Single());
        using var call = new TrackService.TrackServiceClient(channel).StreamFixes();
        var changes = 0L;
        List<double> perSecond = [], perCpuSecond = [];
        for (var round = 0; round < rounds; round++)
        {
            var requests = samples.Next().Chunk(Batch).Select(some => Request(some, ids)).ToList();
            var fixes = requests.Sum(r => r.Fixes.Count);
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var reading = ReadAsync(call.ResponseStream, requests.Count);
            foreach (var request in requests)
                await call.RequestStream.WriteAsync(request);
            changes += await reading;
            perSecond.Add(fixes / watch.Elapsed.TotalSeconds);
            perCpuSecond.Add(fixes / (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }
        await call.RequestStream.CompleteAsync();
        var half = rounds / 2;
        Console.WriteLine($"## client stream, {Batch:N0} fixes a message: {Median(perSecond, half):N0} fixes/s by the clock, {Median(perCpuSecond, half):N0} a second of processor time of client and server together; {changes:N0} changes answered");
        Console.WriteLine("(Tile38's published figure for fences over the wire: 31,000)");
        await app.StopAsync();
    }

    private static double Median(List<double> values, int from) => values.Skip(from).Order().ElementAt((values.Count - from) / 2);

    private static async Task<long> ReadAsync(IAsyncStreamReader<StreamFixesResponse> responses, int count)
    {
        var changes = 0L;
        for (var i = 0; i < count && await responses.MoveNext(CancellationToken.None); i++)
            changes += responses.Current.Changes.Count;
        return changes;
    }

    private static StreamFixesRequest Request(Arrival[] arrivals, string[] ids) => new()
    {
        Fixes =
        {
            arrivals.Select(a => new TrackFix
            {
                ObjectId = ids[a.Object],
                Time = new DateTimeOffset(a.Fix.Ticks, TimeSpan.Zero).ToTimestamp(),
                Position = new() { Latitude = a.Fix.Latitude, Longitude = a.Fix.Longitude },
                RadiusM = a.Fix.RadiusM,
            }),
        },
    };

    /// <summary>What the service does with a stream, but for asking the database whether fences changed.</summary>
    private sealed class FixService(FenceSet fences) : TrackService.TrackServiceBase
    {
        public override async Task StreamFixes(IAsyncStreamReader<StreamFixesRequest> requestStream, IServerStreamWriter<StreamFixesResponse> responseStream, ServerCallContext context)
        {
            var stream = new FixStream(fences, new(TimeSpan.FromSeconds(60)));
            while (await requestStream.MoveNext(context.CancellationToken))
                await responseStream.WriteAsync(stream.Take(fences, requestStream.Current));
        }
    }
}
