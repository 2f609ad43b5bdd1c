using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Truceline.DevHost.Commands;

namespace Truceline.SystemTests;

/// <summary>The command itself, from the outside. It looks into /proc, and so runs on Linux.</summary>
[Collection(RunningSystemCollection.Name)]
public class DevHostTests
{
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Demo_FromStartToEnd_ShowsEverythingAndLeavesNoProcess()
    {
        using var run = new DevHostRun("demo", "--port", "0");
        await run.SaysAsync("Accepted", RunLimit);

        Assert.True(await run.EndAsync(RunLimit) == 0, await run.Error);
        Assert.Empty(run.Left());
        foreach (var part in new[]
        {
            "Accepted", "Claims (", "Zones of", "Obligations, as of 2018-09-17", "Incidents (", "Alerts (", "signature valid", "gRPC received",
            "SSE received", "gateway: POST", "first delivery",
        })
        {
            Assert.Contains(part, run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Ingest_AsJson_PrintsOneObjectAndNothingElse()
    {
        using var run = new DevHostRun("ingest", StoryCommand.SampleStory, "--json", "--published", "2018-09-18", "--port", "0");

        Assert.True(await run.EndAsync(RunLimit) == 0, await run.Error);
        using var json = JsonDocument.Parse(run.Output);
        string[] members = ["report", "entities", "dates", "quantities", "claims", "document", "items", "incidents", "obligations", "deliveries", "trace_id"];
        Assert.Equal(members, json.RootElement.EnumerateObject().Select(m => m.Name));
        Assert.Equal("2018-09-18", json.RootElement.GetProperty("report").GetProperty("published").GetString());
    }

    [Fact]
    public async Task Demo_PortTaken_SaysWhichAndWhatToDo()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;
        using var run = new DevHostRun("demo", "--port", $"{port}");

        Assert.Equal(3, await run.EndAsync(EndLimit));
        Assert.Contains($"{port} (the gateway's cleartext HTTP)", await run.Error, StringComparison.Ordinal);
        Assert.Contains("--port N", await run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Up_AServiceDies_SaysWhichAndStopsTheOthers()
    {
        var folder = Directory.CreateTempSubdirectory("truceline-test-");
        try
        {
            using var run = new DevHostRun("--port", "0", "--data", folder.FullName);
            await run.SaysAsync("Ctrl-C stops it", RunLimit);
            var entity = Regex.Match(run.Output, @"entity\s(\d+)").Groups[1].Value;
            using (var process = Process.GetProcessById(int.Parse(entity, CultureInfo.InvariantCulture)))
            {
                process.Kill();
            }

            Assert.True(await run.EndAsync(EndLimit) == 1, await run.Error);
            Assert.Contains("entity ended with exit code", await run.Error, StringComparison.Ordinal);
            Assert.Empty(run.Left());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Up_Killed_TakesItsProcessesWithIt()
    {
        var folder = Directory.CreateTempSubdirectory("truceline-test-");
        try
        {
            using var run = new DevHostRun("--port", "0", "--data", folder.FullName);
            await run.SaysAsync("Truceline is up", RunLimit);
            Assert.True(run.Left().Count >= 7, "DevHost, four services, the gateway and the sidecar are there");

            run.Kill();

            await run.LeavesNothingAsync(EndLimit);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
