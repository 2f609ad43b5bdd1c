using System.Globalization;
using Truceline.Ingest.V1;
using ReadingProto = Truceline.Entity.V1.Reading;

namespace Truceline.Entity.Entities;

/// <summary>What a reading tells of the things that it names. Pure.</summary>
internal static class ReadingAppearances
{
    /// <summary>An appearance for each entity of a reading, without ids yet.</summary>
    /// <param name="reading">The reading, with the ids of the reader.</param>
    /// <param name="report">The report that was read.</param>
    internal static IReadOnlyList<Appearance> Of(ReadingProto reading, Report report)
    {
        var keys = reading.Entities.Select(e => (Entity: e, Key: EntityKeys.Of(e))).ToList();
        var context = ReportContext.Of(keys.Select(k => (k.Key, k.Entity.Kind)));
        var time = TimeOf(report);
        return
        [
            .. keys.Select(k => new Appearance(report.Id, k.Entity.Id, k.Key)
            {
                ChainId = report.ChainId.Length > 0 ? report.ChainId : report.Id,
                Time = time,
                Name = k.Entity.Name,
                Country = k.Entity.Country,
                Kind = k.Entity.Kind,
                Role = k.Entity.Role,
                KnowledgeId = k.Entity.KnowledgeId,
                Places = k.Entity.Places,
                Mentions = k.Entity.Mentions,
                Marks = MentionMarks.Of(report.Text, k.Entity.Mentions),
                Context = k.Key.Strength == KeyStrength.Known ? [] : context,
            }),
        ];
    }

    /// <summary>When a report was published, as far as known, otherwise received, UTC; whole microseconds, as stores keep them.</summary>
    internal static DateTimeOffset TimeOf(Report report)
    {
        var time = DateTimeOffset.TryParse(
            report.Published, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var published)
            ? published
            : report.ReceivedTime?.ToDateTimeOffset() ?? DateTimeOffset.UnixEpoch;
        return time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
