using System.Runtime.CompilerServices;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Live;
using Truceline.GeoZone.Zones.People;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;
using Truceline.Type.V1;

namespace Truceline.GeoZone.FunctionalTests;

/// <summary>GeoZone on 1 December 2018, with claims to deliver to it.</summary>
internal sealed class GeoZoneFixture : ServiceFixture<GeoZoneOptions>
{
    public static readonly DateTimeOffset Now = new(2018, 12, 1, 12, 0, 0, TimeSpan.Zero);

    /// <param name="settings">Configuration beside the defaults.</param>
    /// <param name="dataFolder">Folder of an earlier fixture to go on from; a new one when not given.</param>
    /// <param name="unread">Whether the zones are never read from the store.</param>
    /// <param name="places">Stands for Entity; none when not given.</param>
    public GeoZoneFixture(IReadOnlyDictionary<string, string>? settings = null, string? dataFolder = null, bool unread = false, IPlaceSource? places = null)
        : base(settings, services => Replace(services, unread, places), dataFolder)
    {
        Agreements = new(Channel);
        Incidents = new(Channel);
        Zones = new(Channel);
        Lines = new(Channel);
    }

    public AgreementService.AgreementServiceClient Agreements { get; }

    public IncidentService.IncidentServiceClient Incidents { get; }

    public ZoneService.ZoneServiceClient Zones { get; }

    public LineService.LineServiceClient Lines { get; }

    public static Agreement Sample() => JsonParser.Default.Parse<Agreement>(
        File.ReadAllText(Path.Combine(Here(), "../../services/DevHost/Samples/agreement.json")));

    public Task ImportAsync() => Agreements.ImportAgreementAsync(new() { Agreement = Sample() }).ResponseAsync;

    public async Task DeliverAsync(ClaimsExtracted report, string eventId) =>
        Assert.Equal("Success", (await Channel.DeliverAsync(Topics.ClaimsExtracted, report, eventId)).ToString());

    /// <summary>What was published on a topic, once there are at least so many.</summary>
    public async Task<IReadOnlyList<T>> PublishedAsync<T>(string topic, int atLeast) where T : IMessage<T>, new()
    {
        await Poller.UntilAsync($"{atLeast} events of {topic}", () => Sidecar.Published.Count(e => e.Topic == topic) >= atLeast,
            () => string.Join(", ", Sidecar.Published.Select(e => e.Topic)));
        return [.. Sidecar.Published.Where(e => e.Topic == topic).Select(e => e.Read<T>())];
    }

    /// <summary>A report with one claim of strikes on Khan Shaykhun on 20 October 2018.</summary>
    public static ClaimsExtracted Strikes(string reportId, string agency, Action<Claim>? change = null)
    {
        var claim = new Claim
        {
            Id = "claim-of-" + reportId,
            Kind = ClaimKind.Event,
            Mode = AssertionMode.Asserted,
            Class = "assault_aerial",
            Evidence = new() { ReportId = reportId, Span = new() { Start = 10, End = 20 }, Quote = "jets struck" },
            Actors = { new Participant { EntityId = "e1", Name = "Syrian army", Country = "SY" } },
            Place = new()
            {
                Name = "Khan Shaykhun",
                Candidates =
                {
                    new PlaceCandidate
                    {
                        GazetteerId = "wof:1125778451", Name = "Khan Shaykhun", Kind = "city", RadiusM = 2_000, Country = "SY", Score = 0.9,
                        Position = new() { Latitude = 35.44208, Longitude = 36.65095 },
                    },
                },
            },
            Date = new() { Value = "2018-10-20", StartDate = "2018-10-20", EndDate = "2018-10-20", Precision = DatePrecision.Day },
        };
        change?.Invoke(claim);
        return new()
        {
            ReportId = reportId,
            Header = new() { Agency = agency, ReferenceDate = "2018-10-21" },
            Claims = { claim },
        };
    }

    private static void Replace(IServiceCollection services, bool unread, IPlaceSource? places)
    {
        if (places is not null)
            services.AddSingleton(places);
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(Now));
        if (unread)
            services.AddScoped<IZoneSource, SilentSource>();
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    /// <summary>A store that does not answer.</summary>
    private sealed class SilentSource : IZoneSource
    {
        public Task PrepareAsync(CancellationToken cancellationToken) => NeverAsync<bool>(cancellationToken);

        public Task<(IReadOnlyList<LiveZone> Zones, ZoneMark Mark)> ChangedAsync(ZoneMark after, CancellationToken cancellationToken) =>
            NeverAsync<(IReadOnlyList<LiveZone>, ZoneMark)>(cancellationToken);

        private static Task<T> NeverAsync<T>(CancellationToken cancellationToken) => new TaskCompletionSource<T>().Task.WaitAsync(cancellationToken);
    }
}
