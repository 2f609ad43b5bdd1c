using System.Diagnostics;
using System.Globalization;
using Grpc.Net.Client;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.V1;

namespace Truceline.Benchmarks.Zones;

/// <summary>The service's verdicts over gRPC on loopback; the server (<see cref="ZoneServer"/>) is a process of its own.</summary>
internal sealed class ServedZones : IAsyncDisposable
{
    private readonly Process _server;
    private readonly GrpcChannel _channel;
    private readonly ZoneService.ZoneServiceClient _client;

    private ServedZones(Process server, GrpcChannel channel) => (_server, _channel, _client) = (server, channel, new(channel));

    /// <summary>Processor time that the server has taken.</summary>
    public TimeSpan Processor
    {
        get
        {
            _server.Refresh();
            return _server.TotalProcessorTime;
        }
    }

    public static async Task<ServedZones> StartAsync(int zones)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        // As the service itself runs.
        start.Environment["DOTNET_gcServer"] = "1";
        foreach (var argument in new[] { typeof(ServedZones).Assembly.Location, ZoneServer.Verb, zones.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);
        var server = Process.Start(start)!;
        var address = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        return new(server, GrpcChannel.ForAddress(address));
    }

    /// <summary>Asks for all points, one call each, some of them by each caller: verdicts with distances.</summary>
    public Task<int[][]> AskAsync(ReadOnlyMemory<GeoPoint> points, int callers, double radiusM)
    {
        var answers = new int[points.Length][];
        return Callers.RunAsync(callers, points.Length, answers, async claims =>
        {
            while (claims.Next() is { } i)
            {
                var answer = await _client.JudgePositionAsync(new() { Question = Question(points.Span[i], radiusM) });
                answers[i] = Numbers(answer.Verdict);
            }
        });
    }

    /// <summary>Asks for all points, many in a call.</summary>
    public async Task<int> AskAtOnceAsync(ReadOnlyMemory<GeoPoint> points, int atOnce, double radiusM)
    {
        var found = 0;
        for (var start = 0; start < points.Length; start += atOnce)
        {
            var some = points.Slice(start, Math.Min(atOnce, points.Length - start)).ToArray();
            var answer = await _client.JudgePositionsAsync(new() { Questions = { some.Select(p => Question(p, radiusM)) } });
            found += answer.Verdicts.Sum(v => v.Zones.Count);
        }
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        _server.StandardInput.Close();
        await _server.WaitForExitAsync();
        _server.Dispose();
    }

    private static PositionQuestion Question(GeoPoint point, double radiusM) => new() { Position = new() { Latitude = point.Latitude, Longitude = point.Longitude }, RadiusM = radiusM };

    private static int[] Numbers(PositionVerdict verdict) => [.. verdict.Zones.Select(z => int.Parse(z.ZoneId, CultureInfo.InvariantCulture)).Order()];
}
