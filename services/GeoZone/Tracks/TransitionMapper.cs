using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Truceline.GeoZone.Tracks.Course;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Events;
using TransitionNews = Truceline.GeoZone.Tracks.Course.TransitionNews;

namespace Truceline.GeoZone.Tracks;

/// <summary>Transitions as messages.</summary>
internal static class TransitionMapper
{
    public static TrackTransition ToProto(Transition transition)
    {
        var proto = new TrackTransition
        {
            Id = ContentHash.Of("transition", transition.ObjectId, transition.FenceId, transition.AreaKey, ((int)transition.Kind).ToString(CultureInfo.InvariantCulture),
                transition.Ticks.ToString(CultureInfo.InvariantCulture)),
            ObjectId = transition.ObjectId,
            FenceId = transition.FenceId,
            Area = transition.AreaKey,
            Kind = (V1.TransitionKind)transition.Kind,
            Verdict = transition.Verdict,
            Cause = (V1.TransitionCause)transition.Cause,
            EarliestTime = Time(transition.EarliestTicks),
            Time = Time(transition.Ticks),
            ShownTime = Time(transition.ShownTicks),
            Position = new() { Latitude = transition.At.Latitude, Longitude = transition.At.Longitude },
            RadiusM = transition.At.RadiusM,
            Members = { transition.Members },
        };
        if (double.IsFinite(transition.DistanceM))
            proto.DistanceM = transition.DistanceM;
        if (transition.Crossing is { } crossing)
        {
            (proto.Direction, proto.FromPartyId, proto.ToPartyId) =
                (crossing.IsToRight ? LineDirection.ToRight : LineDirection.ToLeft, crossing.FromPartyId, crossing.ToPartyId);
        }
        return proto;
    }

    /// <summary>What leads from transitions that hold to those that are told.</summary>
    public static List<(TransitionNews News, TrackTransition Transition)> Between(IEnumerable<TrackTransition> holding, IEnumerable<Transition> told)
    {
        var known = holding.ToDictionary(t => t.Id);
        List<(TransitionNews, TrackTransition)> changes = [];
        foreach (var now in told.Select(ToProto))
        {
            if (!known.Remove(now.Id, out var was))
                changes.Add((TransitionNews.Opened, now));
            else if (!was.Equals(now))
                changes.Add((TransitionNews.Updated, now));
        }
        changes.AddRange(known.Values.OrderBy(t => t.Time.ToDateTimeOffset()).ThenBy(t => t.Id, StringComparer.Ordinal).Select(t => (TransitionNews.Cancelled, t)));
        return changes;
    }

    public static Timestamp Time(long ticks) => new DateTimeOffset(Math.Clamp(ticks, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero).ToTimestamp();
}
