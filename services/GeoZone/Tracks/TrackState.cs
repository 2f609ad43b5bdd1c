using Truceline.GeoZone.Tracks.Course;

namespace Truceline.GeoZone.Tracks;

/// <summary>
/// The state of a track as bytes: how things stood before the bound of lateness, and the fixes since. What follows from them is told again when it is read. Watches are named by fence and area, so that it is
/// understood by any set of fences that holds them.
/// </summary>
internal static class TrackState
{
    private const byte Version = 1;

    public static byte[] Write(Track track)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        var state = track.Base;
        writer.Write(Version);
        writer.Write(track.Clock);
        writer.Write(state.HasLast);
        Write(writer, state.Last);
        writer.Write(state.Reached);
        writer.Write(state.Count);
        foreach (var standing in state.Standings)
        {
            var watch = track.Fences.AllWatches[standing.Watch];
            writer.Write(watch.Fence.Id);
            writer.Write(watch.AreaKey);
            writer.Write((byte)standing.Side);
            writer.Write((byte)standing.Shown);
            writer.Write((byte)standing.Reading);
            writer.Write(standing.IsNear);
            writer.Write(standing.HasDwelled);
            writer.Write(standing.Since);
            Write(writer, standing.ShownBy);
            writer.Write(standing.ShownAfter);
            writer.Write(standing.ShownDistanceM);
            writer.Write(standing.DepthM);
            writer.Write((byte)standing.Cause);
        }
        writer.Write(track.Fixes.Length);
        foreach (var fix in track.Fixes)
            Write(writer, fix);
        return stream.ToArray();
    }

    /// <summary>The track of such bytes; null when they are of another version, or of a fence or area that the set does not hold.</summary>
    public static Track? Read(string objectId, byte[] bytes, TrackWalker walker, TrackLimits limits)
    {
        if (bytes.Length == 0 || bytes[0] != Version)
            return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, 1, bytes.Length - 1));
        var clock = reader.ReadInt64();
        var state = new Tip { HasLast = reader.ReadBoolean(), Last = ReadFix(reader), Reached = reader.ReadInt64() };
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            if (walker.Fences.Find(reader.ReadString(), reader.ReadString()) is not { } watch)
                return null;
            var standing = state.Add(new()
            {
                Watch = watch.Number,
                Side = (Side)reader.ReadByte(),
                Shown = (Side)reader.ReadByte(),
                Reading = (Reading)reader.ReadByte(),
                IsNear = reader.ReadBoolean(),
                HasDwelled = reader.ReadBoolean(),
                Since = reader.ReadInt64(),
                ShownBy = ReadFix(reader),
                ShownAfter = reader.ReadInt64(),
                ShownDistanceM = reader.ReadDouble(),
                DepthM = reader.ReadDouble(),
                Cause = (TransitionCause)reader.ReadByte(),
            });
            state.IsPending |= standing.Shown != standing.Side;
            state.IsWaiting |= standing.Side == Side.Inside && !standing.HasDwelled;
        }
        var fixes = new Fix[reader.ReadInt32()];
        for (var i = 0; i < fixes.Length; i++)
            fixes[i] = ReadFix(reader);
        return Track.Restore(objectId, walker, state, fixes, clock, limits);
    }

    private static void Write(BinaryWriter writer, in Fix fix)
    {
        writer.Write(fix.Ticks);
        writer.Write(fix.Latitude);
        writer.Write(fix.Longitude);
        writer.Write(fix.RadiusM);
    }

    private static Fix ReadFix(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
}
