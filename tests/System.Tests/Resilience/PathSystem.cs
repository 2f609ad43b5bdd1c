using System.Data.Common;
using System.Net.Http.Json;
using Google.Protobuf;
using Grpc.Core;
using Truceline.DevHost;
using Truceline.DevHost.Commands;
using Truceline.DevHost.Ports;
using Truceline.DevHost.Processes;
using Truceline.DevHost.Stories;
using Truceline.GeoZone.V1;
using Truceline.Ingest.V1;
using Truceline.Notification.V1;
using Truceline.Operations.V1;
using Truceline.Testing.Faults;

namespace Truceline.SystemTests.Resilience;

/// <summary>
/// A whole system that can be disturbed, seen as a client sees it: reports are handed in until they are accepted, alerts come by webhook and on two
/// live streams. Processes that end by themselves are started again.
/// </summary>
internal sealed class PathSystem : IAsyncDisposable
{
    private const int PageSize = 1000;
    private static readonly Supervision Restart = new(MostRestarts: 50, Pause: TimeSpan.FromMilliseconds(100));
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(4);

    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _sidecar;

    private PathSystem(PathSettings settings, LocalSystem system, string faults)
    {
        Settings = settings;
        System = system;
        Faults = faults;
        Gateway = new GatewayClient(system);
        Stores = new StoreReader(system);
        Watch = new AlertWatch(Gateway, TimeProvider.System);
        _sidecar = new HttpClient { BaseAddress = system.SidecarAdmin };
    }

    internal PathSettings Settings { get; }

    internal LocalSystem System { get; }

    internal GatewayClient Gateway { get; }

    internal StoreReader Stores { get; }

    internal AlertWatch Watch { get; }

    /// <summary>Folder in which services are armed; see <see cref="KillSwitch"/>.</summary>
    internal string Faults { get; }

    /// <summary>Starts everything, imports the sample agreement and subscribes to all alerts; after the reference run, so that there is one system at a time.</summary>
    internal static async Task<PathSystem> StartAsync(PathSettings settings)
    {
        await ReferenceRun.AlertsOfAsync(1);
        return await StartAloneAsync(settings);
    }

    /// <summary>The same without a reference.</summary>
    internal static async Task<PathSystem> StartAloneAsync(PathSettings settings)
    {
        var faults = Directory.CreateTempSubdirectory("truceline-faults-").FullName;
        var variables = new Dictionary<string, string>(settings.Variables)
        {
            ["DOTNET_STARTUP_HOOKS"] = FaultVariables.HookPath,
            [FaultVariables.Folder] = faults,
            [FaultVariables.Without] = settings.Without,
            ["Leases__DurationSeconds"] = "2",
            ["Notification__RetryBaseSeconds"] = "0.2",
        };
        var ports = PortPlan.Free(0, SystemPlan.AppIds, PortProbe.FindFree).WithReplicas(settings.Replicas, PortProbe.FindFree);
        var servers = settings.Store == StoreKind.Servers ? ServerChoice.Own : ServerChoice.None;
        var options = new LocalSystemOptions(ports, false, null)
        {
            PostgreSql = servers,
            Redis = servers,
            DaprRedis = "127.0.0.1:1",
            Supervision = Restart,
            Environment = (name, planned) => ChildSpec.Merge(planned, name == "devsidecar" ? settings.SidecarVariables : variables),
        };
        using var limit = new CancellationTokenSource(StartLimit, TimeProvider.System);
        var system = await LocalSystem.StartAsync(options, _ => { }, TimeProvider.System, limit.Token);
        var path = new PathSystem(settings, system, faults);
        try
        {
            await path.PrepareAsync(limit.Token);
            return path;
        }
        catch
        {
            await path.DisposeAsync();
            throw;
        }
    }

    /// <summary>Hands a story in until it is accepted, as a careful client does; the same story twice is one report.</summary>
    internal async Task<string> SendAsync(int story)
    {
        var json = JsonFormatter.Default.Format(PathStories.Story(story));
        var accepted = await Waiting.ForAsync($"the acceptance of story {story}", async () =>
        {
            try
            {
                return (await Gateway.PostAsync<SubmitReportResponse>("/v1/reports", json, TimeProvider.System, _stop.Token)).Answer;
            }
            catch (Exception exception) when (exception is DevHostException or HttpRequestException)
            {
                return null;
            }
        });
        return accepted.Report.Id;
    }

    /// <summary>All alerts, in the order of their sequences.</summary>
    internal async Task<IReadOnlyList<Alert>> AlertsAsync()
    {
        var response = await Waiting.ForAsync("the list of alerts", async () =>
        {
            try
            {
                return await new AlertService.AlertServiceClient(Gateway.Calls).ListAlertsAsync(
                    new ListAlertsRequest { PageSize = PageSize }, deadline: GatewayClient.Deadline(TimeProvider.System));
            }
            catch (RpcException)
            {
                return null;
            }
        });
        return [.. response.Alerts.OrderBy(a => a.Sequence)];
    }

    /// <summary>
    /// Waits until nothing is under way: no event in an outbox, none in the sidecar, no delivery that is to be tried. They are looked at down the
    /// stream, twice, so that nothing slips past.
    /// </summary>
    internal Task QuietAsync() => Waiting.UntilAsync("the end of all that is under way", async () =>
    {
        try
        {
            return await UnderWayAsync() ?? await UnderWayAsync();
        }
        catch (DbException exception)
        {
            return $"a store is away ({exception.Message})";
        }
    });

    /// <summary>Waits until what is listed has come by webhook and on both live streams.</summary>
    internal async Task ArrivedAsync()
    {
        var alerts = await AlertsAsync();
        await Waiting.UntilAsync("every alert on every channel", () => Task.FromResult(
            alerts.Select(MissingOf).FirstOrDefault(m => m is not null)));
    }

    /// <summary>Sets the sidecar's faults; null takes all away.</summary>
    internal async Task SetFaultsAsync(object? faults)
    {
        var where = new Uri("/faults", UriKind.Relative);
        await Waiting.UntilAsync("the sidecar's taking of faults", async () =>
        {
            try
            {
                using var response = faults is null
                    ? await _sidecar.DeleteAsync(where, _stop.Token)
                    : await _sidecar.PutAsJsonAsync(where, faults, _stop.Token);
                return response.IsSuccessStatusCode ? null : await response.Content.ReadAsStringAsync(_stop.Token);
            }
            catch (HttpRequestException exception)
            {
                return exception.Message;
            }
        });
    }

    /// <summary>The dead letters of an app, as an operator sees them through the gateway.</summary>
    internal async Task<ListDeadLettersResponse> DeadLettersAsync(string app)
    {
        var json = await Gateway.Rest.GetStringAsync(new Uri($"/v1/apps/{app}/dead-letters", UriKind.Relative), _stop.Token);
        return ListDeadLettersResponse.Parser.ParseJson(json);
    }

    /// <summary>Replays all dead letters of an app.</summary>
    internal async Task<ReplayDeadLettersResponse> ReplayAsync(string app) => (await Gateway.PostAsync<ReplayDeadLettersResponse>(
        $"/v1/apps/{app}/dead-letters:replay", """{"all": true}""", TimeProvider.System, _stop.Token)).Answer;

    /// <summary>How many messages of a topic are in the sidecar.</summary>
    internal async Task<long> SidecarDepthAsync(string topic) =>
        (await StatusAsync()).Groups.Where(g => g.Topic == topic).Sum(g => g.Pending + g.Waiting);

    /// <summary>How often an app's replicas published, since the sidecar started.</summary>
    internal async Task<long> PublishedAsync(string appId) => (await StatusAsync()).Apps.Where(a => a.AppId == appId).Sum(a => a.Published);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Watch.DisposeAsync();
        Gateway.Dispose();
        _sidecar.Dispose();
        await System.DisposeAsync();
        _stop.Dispose();
        Directory.Delete(Faults, recursive: true);
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var wish = new Subscription
        {
            Name = "everything",
            Filter = new AlertFilter(),
            Webhook = new Webhook { Url = System.WebhookAddress.ToString(), Secret = System.Webhooks.Secret },
        };
        await Gateway.PostAsync<CreateSubscriptionResponse>(
            "/v1/subscriptions", JsonFormatter.Default.Format(wish), TimeProvider.System, cancellationToken);
        await Gateway.PostAsync<ImportAgreementResponse>(
            "/v1/agreements", await File.ReadAllTextAsync(StoryCommand.SampleAgreement, cancellationToken), TimeProvider.System, cancellationToken);
        await QuietAsync();
    }

    private async Task<string?> UnderWayAsync()
    {
        foreach (var service in SystemPlan.AppIds)
        {
            if (await Stores.WaitingEventsAsync(service) is > 0 and var events)
            {
                return $"{events} events wait in the outbox of {service}";
            }

            if (await SidecarDepthAsync() is > 0 and var messages)
            {
                return $"{messages} messages are in the sidecar";
            }
        }

        return await Stores.PendingDeliveriesAsync() is > 0 and var deliveries ? $"{deliveries} deliveries are to be tried" : null;
    }

    private string? MissingOf(Alert alert)
    {
        var byWebhook = System.Webhooks.All().Any(w => w.Body.Contains(alert.Id, StringComparison.Ordinal));
        return !byWebhook ? $"\"{alert.Headline}\" by webhook"
            : !Watch.Grpc.ContainsKey(alert.Id) ? $"\"{alert.Headline}\" over gRPC"
            : !Watch.Events.ContainsKey(alert.Id) ? $"\"{alert.Headline}\" as a server-sent event"
            : null;
    }

    private async Task<long> SidecarDepthAsync() => (await StatusAsync()).Groups.Sum(g => g.Pending + g.Waiting);

    private async Task<SidecarStatus> StatusAsync() => (await Waiting.ForAsync("the sidecar's status", async () =>
    {
        try
        {
            return await _sidecar.GetFromJsonAsync<SidecarStatus>(new Uri("/status", UriKind.Relative), _stop.Token);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }))!;

    private sealed record SidecarStatus(IReadOnlyList<SidecarApp> Apps, IReadOnlyList<SidecarGroup> Groups);

    private sealed record SidecarApp(string AppId, long Published);

    private sealed record SidecarGroup(string AppId, string Topic, long Pending, long Waiting);
}
