using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Truceline.Entity.Readings;
using Truceline.Entity.V1;
using Truceline.GeoZone.V1;
using Truceline.Type.V1;

namespace Truceline.Entity.FunctionalTests.Areas;

/// <summary>The areas of agreements that GeoZone lists weigh in the choice among places of one name.</summary>
public sealed class AreasTests : IAsyncTest
{
    private const string Text = "Mortars fell on Springfield on Monday, residents said.";

    private readonly FakeGeoZone _geoZone = new(Agreement("first", 0, 0));
    private readonly Warnings _warnings = new();
    private ServiceFixture<EntityGrpcService>? _service;

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
            await _service.DisposeAsync();
        await _geoZone.DisposeAsync();
    }

    [Fact]
    public async Task ReadText_WithAnAgreementAroundANamesake_ChoosesThatOne()
    {
        await StartAsync();
        var places = await PlacesAsync();
        var other = places[1];
        _geoZone.Agreements.Enqueue(Agreement("second", other.Position.Latitude, other.Position.Longitude));

        await Poller.UntilAsync("the namesake in the agreement's area", async () => (await PlacesAsync())[0].GazetteerId == other.GazetteerId ? "" : null);

        var without = await new EntityService.EntityServiceClient(_service!.Channel).ReadTextAsync(new ReadTextRequest { Text = Text, AreaChoice = AreaChoice.Given });
        Assert.Equal(places[0].GazetteerId, Springfield(without)[0].GazetteerId);
    }

    [Fact]
    public async Task ReadText_WhileGeoZoneIsDown_GoesOnWithTheAreasKnownAndSaysSo()
    {
        await StartAsync();
        var other = (await PlacesAsync())[1];
        _geoZone.Agreements.Enqueue(Agreement("second", other.Position.Latitude, other.Position.Longitude));
        await Poller.UntilAsync("the namesake in the agreement's area", async () => (await PlacesAsync())[0].GazetteerId == other.GazetteerId ? "" : null);

        _geoZone.IsDown = true;

        await Poller.UntilAsync("a warning that GeoZone does not answer", () => _warnings.Written.Any(w => w.Contains("GeoZone did not answer (Unavailable)", StringComparison.Ordinal)));
        Assert.True(_geoZone.Refused > 0);
        Assert.Equal(other.GazetteerId, (await PlacesAsync())[0].GazetteerId);
    }

    private async Task StartAsync()
    {
        await _geoZone.StartAsync();
        _service = new ServiceFixture<EntityGrpcService>(
            new Dictionary<string, string> { ["Services:GeoZone"] = _geoZone.Address, ["Areas:RefreshSeconds"] = "5" },
            services => services.AddLogging(logging => logging.AddProvider(_warnings)));
    }

    private async Task<IReadOnlyList<PlaceCandidate>> PlacesAsync() =>
        Springfield(await new EntityService.EntityServiceClient(_service!.Channel).ReadTextAsync(new ReadTextRequest { Text = Text, Published = "2019-03-12" }));

    private static IReadOnlyList<PlaceCandidate> Springfield(ReadTextResponse response) => response.Reading.Entities.Single(e => e.Name == "Springfield").Places;

    /// <summary>An agreement in force with a zone of some kilometres about a position.</summary>
    private static Agreement Agreement(string id, double latitude, double longitude)
    {
        var ring = new Ring();
        foreach (var (north, east) in new[] { (-0.02, -0.02), (-0.02, 0.02), (0.02, 0.02), (0.02, -0.02) })
            ring.Positions.Add(new Position { Latitude = latitude + north, Longitude = longitude + east });
        return new Agreement
        {
            Id = id,
            SignedDate = "2015-01-01",
            Zones = { new Zone { Id = "zone", Name = "zone", ValidFrom = "2015-01-01", Polygon = new Polygon { Outer = ring } } },
        };
    }

    /// <summary>Keeps the warnings that the service writes.</summary>
    private sealed class Warnings : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                Written.Enqueue(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
