using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Tracks.Course;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Tracks.Convoys;

/// <summary>What a convoy is.</summary>
/// <param name="Slot">Time is cut into slots of this length; an object's place in one is that of its last fix there.</param>
/// <param name="LinkM">How near the next one is at most, in metres.</param>
/// <param name="MinMembers">How many objects at least.</param>
/// <param name="MinSlots">For how many slots at least they move together.</param>
/// <param name="MinSpeedMps">How fast each moves at least, in metres a second; who stands still in one place is no convoy.</param>
internal sealed record ConvoySettings(TimeSpan Slot, double LinkM, int MinMembers, int MinSlots, double MinSpeedMps);

/// <summary>Finds many that move as one: chains of objects near each other and on the move, slot after slot with enough of the same members. Pure; the order of the fixes does not matter.</summary>
internal static class ConvoyDetector
{
    /// <summary>Id of what stands for a fence in the transitions.</summary>
    public const string FenceId = "convoys";

    /// <summary>Tells of convoys.</summary>
    /// <param name="settings">What a convoy is.</param>
    /// <param name="fixes">All fixes of some hours.</param>
    public static List<Transition> Detect(ConvoySettings settings, IEnumerable<(string ObjectId, Fix Fix)> fixes)
    {
        var slots = new SortedDictionary<long, Dictionary<string, Fix>>();
        foreach (var (objectId, fix) in fixes)
        {
            var slot = fix.Ticks / settings.Slot.Ticks;
            if (!slots.TryGetValue(slot, out var places))
                slots[slot] = places = new(StringComparer.Ordinal);
            // The last of the slot, and the best of its instant.
            if (!places.TryGetValue(objectId, out var known) || fix.Ticks > known.Ticks || fix.Ticks == known.Ticks && fix.CompareTo(known) < 0)
                places[objectId] = fix;
        }
        List<Transition> told = [];
        List<Column> open = [];
        long? last = null;
        foreach (var (slot, places) in slots)
        {
            var before = last == slot - 1 ? slots[slot - 1] : null;
            var groups = before is null ? [] : Groups(settings, places, before);
            open = Continue(settings, open, groups, before is null && last is { } heard ? heard + 1 : slot, before is null ? [] : places, told);
            last = slot;
        }
        // A slot without any fix ends no convoy that nobody spoke of since: what is open stays open.
        return told;
    }

    private static List<Column> Continue(ConvoySettings settings, List<Column> open, List<Group> groups, long slot, Dictionary<string, Fix> places, List<Transition> told)
    {
        List<Column> next = [];
        var free = groups.ToHashSet();
        foreach (var column in open)
        {
            var best = free.Where(g => g.Members.Count(column.Members.Contains) >= settings.MinMembers)
                .OrderByDescending(g => g.Members.Count(column.Members.Contains)).ThenBy(g => g.Members[0], StringComparer.Ordinal).FirstOrDefault();
            if (best is null)
            {
                if (column.Slots >= settings.MinSlots)
                {
                    // Of whom too few are heard it cannot be said that they parted.
                    told.Add(column.Members.Count(places.ContainsKey) >= settings.MinMembers
                        ? Of(settings, column, TransitionKind.ConvoyDispersed, slot, slot)
                        : Of(settings, column, TransitionKind.ConvoyDispersed, slot, slot) with { Cause = TransitionCause.Silence, Verdict = ZonePosition.Possible });
                }
                continue;
            }
            free.Remove(best);
            var longer = column with { Members = [.. best.Members], Slots = column.Slots + 1, IsCertain = column.IsCertain && best.IsCertain, At = best.At };
            if (longer.Slots == settings.MinSlots)
                told.Add(Of(settings, longer, TransitionKind.ConvoyFormed, longer.First, slot));
            next.Add(longer);
        }
        foreach (var group in free.OrderBy(g => g.Members[0], StringComparer.Ordinal))
        {
            var column = new Column(slot, [.. group.Members], 1, group.IsCertain, group.At);
            if (settings.MinSlots <= 1)
                told.Add(Of(settings, column, TransitionKind.ConvoyFormed, slot, slot));
            next.Add(column);
        }
        return next;
    }

    private static Transition Of(ConvoySettings settings, Column column, TransitionKind kind, long slot, long shown)
    {
        string[] members = [.. column.Members.Order(StringComparer.Ordinal)];
        return new(members[0], FenceId, "", kind, column.IsCertain ? ZonePosition.Inside : ZonePosition.Possible, TransitionCause.Moved,
            (slot - 1) * settings.Slot.Ticks, slot * settings.Slot.Ticks, (shown + 1) * settings.Slot.Ticks, column.At, double.NaN)
        { Members = members };
    }

    /// <summary>Chains of objects on the move, each near the next.</summary>
    private static List<Group> Groups(ConvoySettings settings, Dictionary<string, Fix> places, Dictionary<string, Fix> before)
    {
        (string Id, Fix Fix)[] moving = [.. places.Where(p => before.TryGetValue(p.Key, out var was) && IsMoving(settings, was, p.Value))
            .Select(p => (p.Key, p.Value)).OrderBy(p => p.Key, StringComparer.Ordinal)];
        var parent = Enumerable.Range(0, moving.Length).ToArray();
        var isCertain = new bool[moving.Length];
        Array.Fill(isCertain, true);
        // Rows of latitude as high as a link is long: only neighbours are compared.
        var rowDegrees = settings.LinkM / 110_500;
        var rows = Enumerable.Range(0, moving.Length).ToLookup(i => (long)Math.Floor(moving[i].Fix.Latitude / rowDegrees));
        for (var i = 0; i < moving.Length; i++)
        {
            var row = (long)Math.Floor(moving[i].Fix.Latitude / rowDegrees);
            for (var near = row - 1; near <= row + 1; near++)
            {
                foreach (var j in rows[near].Where(j => j > i))
                {
                    var (a, b) = (moving[i].Fix, moving[j].Fix);
                    if (Math.Abs(GeoPoint.Wrap(a.Longitude - b.Longitude)) * 111_700 * Math.Cos(Math.Max(Math.Abs(a.Latitude), Math.Abs(b.Latitude)) * Math.PI / 180) > 1.01 * settings.LinkM)
                        continue;
                    var distanceM = Geodesic.Inverse(a.Point, b.Point).DistanceM;
                    if (distanceM > settings.LinkM)
                        continue;
                    isCertain[i] &= distanceM + a.RadiusM + b.RadiusM <= settings.LinkM;
                    parent[Root(parent, j)] = Root(parent, i);
                }
            }
        }
        return [.. Enumerable.Range(0, moving.Length).GroupBy(i => Root(parent, i)).Where(g => g.Count() >= settings.MinMembers)
            .Select(g => new Group([.. g.Select(i => moving[i].Id)], g.All(i => isCertain[i]), moving[g.First()].Fix))];
    }

    private static bool IsMoving(ConvoySettings settings, Fix from, Fix to) =>
        Geodesic.Inverse(from.Point, to.Point).DistanceM >= settings.MinSpeedMps * (to.Ticks - from.Ticks) / TimeSpan.TicksPerSecond;

    private static int Root(int[] parent, int of)
    {
        while (parent[of] != of)
            of = parent[of] = parent[parent[of]];
        return of;
    }

    private sealed record Group(IReadOnlyList<string> Members, bool IsCertain, Fix At);

    private sealed record Column(long First, HashSet<string> Members, int Slots, bool IsCertain, Fix At);
}
