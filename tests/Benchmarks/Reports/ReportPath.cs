using System.Globalization;
using Dapr.Client;
using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Header;
using Truceline.Entity.Reading.Places.Resolution;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Readings;
using Truceline.Events.V1;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;

namespace Truceline.Benchmarks.Reports;

/// <summary>The whole service in this process with a store on disk; reports come in as the sidecar brings them, claims go out as it takes them.</summary>
internal sealed class ReportPath : IAsyncDisposable
{
    private const int WarmUps = 3;
    private static readonly DateTimeOffset Received = new(2018, 9, 18, 12, 0, 0, TimeSpan.Zero);
    private static readonly ReadingContext Context = new(new DateOnly(2018, 9, 18), Received);
    private static readonly ReadingOptions WithoutClaims = new() { Claims = false };

    private readonly GatedSidecar _sidecar = new();
    private readonly Tagger _tagger = Tagger.Load();
    private readonly ServiceFixture<EntityGrpcService> _service;
    private readonly StoryReader _stories;
    private readonly ReportReader _reports;
    private readonly bool _sameDay;
    private int _count;

    /// <param name="sameDay">All reports are of one day, so that they speak of the same happenings.</param>
    public ReportPath(bool sameDay)
    {
        // The test host looks for the service's folder beneath the working folder, which may be any.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_TRUCELINE_ENTITY", AppContext.BaseDirectory);

        _sameDay = sameDay;

        // The first event waits at the gate while reports are stored.
        _service = new ServiceFixture<EntityGrpcService>(
            new Dictionary<string, string> { ["Dapr:PublishTimeoutSeconds"] = "60", ["Logging:LogLevel:Default"] = "Error" },
            services => services.AddSingleton(new DaprClientBuilder().UseGrpcEndpoint("http://sidecar.test")
                .UseGrpcChannelOptions(new GrpcChannelOptions { HttpHandler = _sidecar, ThrowOperationCanceledOnCancellation = true }).Build()));
        _stories = _service.Services.GetRequiredService<StoryReader>();
        _reports = _service.Services.GetRequiredService<ReportReader>();
    }

    /// <summary>What reports cost; the first of them are read and stored beforehand, so that hot code is compiled.</summary>
    public async Task<ReportCosts> MeasureAsync(IReadOnlyList<string> warmUp, IReadOnlyList<string> texts)
    {
        for (var pass = 0; pass < WarmUps; pass++)
            Reading(warmUp);
        await StoringAsync(warmUp);
        await PublishingAsync();

        var (tokenise, tag, resolve, claims, map) = Reading(texts);
        var stored = await StoringAsync(texts);
        var published = await PublishingAsync();
        return new ReportCosts(
            texts.Average(t => (double)t.Length), texts.Average(t => (double)_stories.Read(t, Context).Claims.Count),
            tokenise, tag, resolve - tokenise - tag, claims - resolve, map - claims, (stored / texts.Count) - map, published / texts.Count,
            RawTable.Write(_service.DataFolder, texts) / texts.Count);
    }

    public ValueTask DisposeAsync()
    {
        _sidecar.Open();
        return _service.DisposeAsync();
    }

    // Each with all that comes before it, milliseconds a report; the tagger alone.
    private (double Tokenise, double Tag, double Resolve, double Claims, double Map) Reading(IReadOnlyList<string> texts)
    {
        var segmented = texts.Select(SegmentedText.Of).ToList();
        var bodies = segmented.ConvertAll(s => HeaderReader.Read(s, Context).Body);
        var tagged = new List<TaggedSpan>();
        var now = Received;
        return (
            Each(i => SegmentedText.Of(texts[i])),
            Each(i => _tagger.Tag(segmented[i], bodies[i], tagged)),
            Each(i => _stories.Read(texts[i], Context, WithoutClaims)),
            Each(i => _stories.Read(texts[i], Context)),
            Each(i => _reports.Read(Report(texts[i], "map"), AreasOfInterest.None, now)));

        double Each(Action<int> step)
        {
            var cpu = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < texts.Count; i++)
                step(i);
            return (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / texts.Count;
        }
    }

    private async Task<double> StoringAsync(IReadOnlyList<string> texts)
    {
        _sidecar.Close();
        var cpu = Environment.CpuUsage.TotalTime;
        foreach (var text in texts)
        {
            var id = ContentHash.Of("report", $"{_count++}");
            var status = await _service.Channel.DeliverAsync(Topics.ReportAccepted, new ReportAccepted { Report = Report(text, id) }, id, "ingest");
            if (status != Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus.Success)
                throw new InvalidOperationException($"A report was answered with {status}.");
        }
        return (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds;
    }

    private async Task<double> PublishingAsync()
    {
        var cpu = Environment.CpuUsage.TotalTime;
        _sidecar.Open();
        while (await WaitingAsync() > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        return (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds;
    }

    private async Task<int> WaitingAsync()
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Entity.Storage.EntityDbContext>();
        return await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Outbox.Where(m => m.DispatchedTime == null));
    }

    // Either each of a day of its own, as those that a mission reads in the course of years, or all of one day on the same few happenings.
    private Report Report(string text, string id)
    {
        var received = _sameDay ? Received : Received.AddDays(_count * 37 % 1_500);
        return new Report
        {
            Id = id,
            ChainId = id,
            Text = text,
            MediaType = "text/plain",
            Published = received.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ReceivedTime = Timestamp.FromDateTimeOffset(received),
        };
    }
}
