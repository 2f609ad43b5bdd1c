using System.Globalization;
using Microsoft.Extensions.Options;
using Truceline.GeoZone.Tracks;

namespace Truceline.GeoZone.Maps.Sources;

/// <summary>The collection <c>tracks</c>: the courses of objects, day by day, over the last <see cref="TrackOptions.MapDays"/>.</summary>
internal sealed class TrackFeatures(ITrackCourses courses, IOptions<TrackOptions> options, TimeProvider time) : IMapSource
{
    private const int AtOnce = 50;

    public CollectionInfo Collection { get; } = new("tracks", "Tracks", "Courses of objects, each day (UTC) by itself, straight from fix to fix to within a metre, and cut where nothing was heard for long. A day on which no two fixes belong together has no geometry.",
    [
        new("object_id", PropertyKind.Text, "The object."),
        new("name", PropertyKind.Text, "What it is called; absent when unknown."),
        new("type", PropertyKind.Text, "What it is; absent when unknown."),
        new("date", PropertyKind.Day, "The day, UTC, YYYY-MM-DD."),
        new("start_time", PropertyKind.Instant, "Time of the day's first fix, UTC."),
        new("end_time", PropertyKind.Instant, "Time of the day's last fix, UTC."),
        new("fix_count", PropertyKind.Integer, "How many fixes of the day count."),
        new("length_m", PropertyKind.Number, "Length of what is shown before anything was left out, in metres on the ellipsoid."),
        new("radius_m", PropertyKind.Number, "The largest radius within which the object was at a fix of the day, in metres."),
    ]);

    private TimeSpan MaxGap => TimeSpan.FromSeconds(options.Value.MaxGapSeconds);

    public async Task<string> VersionAsync(CancellationToken cancellationToken)
    {
        var from = From();
        return from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "/" + await courses.VersionAsync(from, cancellationToken);
    }

    public async Task<IReadOnlyList<MapFeature>> ReadAsync(IReadOnlyDictionary<string, MapFeature> known, CancellationToken cancellationToken)
    {
        var from = From();
        var before = known.Values.ToLookup(f => f.Stamp);
        var (features, changed) = (new List<MapFeature>(), new List<TrackHead>());
        foreach (var head in await courses.HeadsAsync(from, cancellationToken))
        {
            if (before.Contains(Stamp(head)))
                features.AddRange(before[Stamp(head)].Where(f => f.Time?.From >= from));
            else
                changed.Add(head);
        }
        foreach (var heads in changed.Chunk(AtOnce))
        {
            // A little more tells where an object came from on the first day.
            var fixes = await courses.FixesAsync([.. heads.Select(h => h.ObjectId)], from - MaxGap, cancellationToken);
            features.AddRange(heads.SelectMany(head => TrackDay.Of([.. fixes[head.ObjectId]], from.UtcTicks, MaxGap).Select(day => Feature(head, day))));
        }
        return features;
    }

    /// <summary>The first instant of the first day that is shown.</summary>
    private DateTimeOffset From() => new(time.GetUtcNow().UtcDateTime.Date.AddDays(1 - options.Value.MapDays), TimeSpan.Zero);

    private static string Stamp(in TrackHead head) => FormattableString.Invariant($"{head.Stamp:x16}{head.ObjectId}");

    private MapFeature Feature(in TrackHead head, TrackDay day) => new(
        $"{TrackWords.Id(head.ObjectId)}@{day.Text}", Stamp(head), day.Way(MaxGap),
        new(new(day.Fixes[0].Ticks, TimeSpan.Zero), new(day.Fixes[^1].Ticks + 1, TimeSpan.Zero)),
        new PropertyList().Add("object_id", head.ObjectId).Add("name", head.Name).Add("type", head.Type).Add("date", day.Text)
            .Add("start_time", TrackWords.Time(day.Fixes[0].Ticks)).Add("end_time", TrackWords.Time(day.Fixes[^1].Ticks))
            .Add("fix_count", (long)day.Fixes.Count).Add("length_m", Math.Round(day.LengthM(MaxGap), 1)).Add("radius_m", day.Fixes.Max(f => f.RadiusM)).All);
}
