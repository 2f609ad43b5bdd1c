using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cronos;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Sources.Polling;

/// <summary>
/// When a source is looked at. Looks at an interval fall on instants that depend on the source's id alone, so that sources are spread over the interval and stay
/// so over restarts. Pure.
/// </summary>
internal static class SourceSchedule
{
    // Looks that follow a late one come a little sooner than the interval says; those that come much sooner are left out.
    private const double LeastPart = 0.5;
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    /// <summary>The next look.</summary>
    /// <param name="source">Its id and schedule.</param>
    /// <param name="now">The present: the look before ends.</param>
    /// <param name="freshness">How long nothing new is to be expected; the look does not come much sooner.</param>
    /// <param name="cronSpread">Over how long sources with one cron expression are spread.</param>
    /// <returns>Null when the cron expression never comes true again.</returns>
    internal static DateTimeOffset? Next(Source source, DateTimeOffset now, TimeSpan freshness, TimeSpan cronSpread)
    {
        if (source.ScheduleCase == Source.ScheduleOneofCase.Cron)
        {
            return NextOfCron(source, now + Positive(freshness - Tolerance), cronSpread);
        }

        var interval = TimeSpan.FromSeconds(source.IntervalSeconds);
        var slack = interval / 10 < Tolerance ? interval / 10 : Tolerance;
        var least = Longer(interval * LeastPart, Positive(freshness - slack));
        var phase = (long)(Hash(source.Id) % (ulong)interval.Ticks);
        var slots = ((now + least).UtcTicks - phase) / interval.Ticks;
        return new DateTimeOffset(phase + ((slots + 1) * interval.Ticks), TimeSpan.Zero);
    }

    /// <summary>Time between looks: the interval, or that between the next two instants of the cron expression.</summary>
    internal static TimeSpan Gap(Source source, DateTimeOffset now)
    {
        if (source.ScheduleCase != Source.ScheduleOneofCase.Cron)
        {
            return TimeSpan.FromSeconds(source.IntervalSeconds);
        }

        var cron = CronExpression.Parse(source.Cron);
        return After(cron, now) is { } first && After(cron, first) is { } second ? second - first : TimeSpan.FromDays(1);
    }

    /// <summary>Whether a text is a cron expression of five fields that comes true some day.</summary>
    internal static bool IsCron(string text, DateTimeOffset now) =>
        !text.StartsWith('@') && CronExpression.TryParse(text, out var cron) && After(cron, now) is not null;

    private static DateTimeOffset? NextOfCron(Source source, DateTimeOffset after, TimeSpan spread)
    {
        if (After(CronExpression.Parse(source.Cron), after) is not { } next)
        {
            return null;
        }

        var widest = Gap(source, after) / 2;
        var within = spread < widest ? spread : widest;
        return within <= TimeSpan.Zero ? next : next + TimeSpan.FromTicks((long)(Hash(source.Id) % (ulong)within.Ticks));
    }

    private static DateTimeOffset? After(CronExpression cron, DateTimeOffset instant) =>
        cron.GetNextOccurrence(instant.UtcDateTime) is { } next ? new DateTimeOffset(next, TimeSpan.Zero) : null;

    private static TimeSpan Positive(TimeSpan span) => Longer(span, TimeSpan.Zero);

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static ulong Hash(string id) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
