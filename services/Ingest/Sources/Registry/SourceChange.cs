using Google.Protobuf.WellKnownTypes;
using Truceline.Ingest.Sources.Polling;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Sources.Registry;

/// <summary>What registering and changing a source make of it. Pure.</summary>
internal static class SourceChange
{
    /// <summary>Names of the fields that callers may set.</summary>
    internal static readonly string[] Fields =
        ["name", "address", "expected_format", "interval_seconds", "cron", "outlet", "language", "reliability", "paused"];

    /// <summary>A new source. It is due at once, unless it is paused.</summary>
    /// <param name="draft">What was asked for, valid.</param>
    /// <param name="id">Its id.</param>
    /// <param name="now">The present.</param>
    /// <param name="options">For the default interval.</param>
    internal static RegisteredSource Create(Source draft, string id, DateTimeOffset now, SourcesOptions options)
    {
        var source = new Source { Id = id, CreateTime = Timestamp.FromDateTimeOffset(now), UpdateTime = Timestamp.FromDateTimeOffset(now) };
        Copy(draft, source, Fields, options);
        return new RegisteredSource(source, new FetchState { NextDue = source.Paused ? null : now });
    }

    /// <summary>A changed source. With another address it begins anew; with another schedule, or resumed, it is due by its schedule.</summary>
    /// <param name="before">The source as it was.</param>
    /// <param name="draft">The new values, valid.</param>
    /// <param name="mask">The fields that change; all when empty.</param>
    /// <param name="now">The present.</param>
    /// <param name="options">For the default interval.</param>
    internal static RegisteredSource Apply(
        RegisteredSource before, Source draft, IReadOnlyCollection<string> mask, DateTimeOffset now, SourcesOptions options)
    {
        var source = before.Source.Clone();
        Copy(draft, source, mask.Count == 0 ? Fields : mask, options);
        var state = before.State;
        if (source.Address != before.Source.Address)
        {
            source.RegisteredAddress = "";
            state = new FetchState { LastSuccess = state.LastSuccess, LastAttempt = state.LastAttempt, NextDue = now };
        }
        else if (!IsSameSchedule(source, before.Source) || source.Paused != before.Source.Paused)
        {
            state = state with { NextDue = SourceSchedule.Next(source, now, TimeSpan.Zero, TimeSpan.FromSeconds(options.CronSpreadSeconds)) };
        }

        source.UpdateTime = Timestamp.FromDateTimeOffset(now);
        return before with { Source = source, State = source.Paused || state.IsGone ? state with { NextDue = null } : state };
    }

    private static bool IsSameSchedule(Source a, Source b) =>
        a.ScheduleCase == b.ScheduleCase && a.IntervalSeconds == b.IntervalSeconds && a.Cron == b.Cron;

    private static void Copy(Source from, Source to, IEnumerable<string> fields, SourcesOptions options)
    {
        foreach (var field in fields)
        {
            switch (field)
            {
                case "name":
                    to.Name = from.Name;
                    break;
                case "address":
                    to.Address = new Uri(from.Address).AbsoluteUri;
                    break;
                case "expected_format":
                    to.ExpectedFormat = from.ExpectedFormat;
                    break;
                case "interval_seconds" or "cron":
                    CopySchedule(from, to, options);
                    break;
                case "outlet":
                    to.Outlet = from.Outlet;
                    break;
                case "language":
                    to.Language = from.Language;
                    break;
                case "reliability":
                    to.Reliability = from.Reliability;
                    break;
                case "paused":
                    to.Paused = from.Paused;
                    break;
            }
        }
    }

    private static void CopySchedule(Source from, Source to, SourcesOptions options)
    {
        if (from.ScheduleCase == Source.ScheduleOneofCase.Cron)
        {
            to.Cron = from.Cron;
        }
        else
        {
            to.IntervalSeconds = from.ScheduleCase == Source.ScheduleOneofCase.IntervalSeconds ? from.IntervalSeconds : options.DefaultIntervalSeconds;
        }
    }
}
