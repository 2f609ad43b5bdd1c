using System.Runtime.CompilerServices;
using Truceline.GeoZone.Zones.Index;

namespace Truceline.GeoZone.Tracks.Course;

/// <summary>Where a telling of a track has come to. A circle around a place in which no area tells anything new spares looking at them again.</summary>
internal sealed class Tip
{
    private const int Bytes = 128;

    private Standing[] _standings = [];

    /// <summary>Whether there was a fix.</summary>
    public bool HasLast { get; set; }

    /// <summary>The last fix.</summary>
    public Fix Last { get; set; }

    /// <summary>Up to when the fences were followed, in ticks; not before the last fix.</summary>
    public long Reached { get; set; }

    /// <summary>Where the areas were looked at last.</summary>
    public Fix Centre { get; set; }

    /// <summary>How far from there nothing is new, in metres; 0 when that is not known.</summary>
    public double SafeM { get; set; }

    /// <summary>Whether a side is shown that does not hold yet.</summary>
    public bool IsPending { get; set; }

    /// <summary>Whether a stay is to be told when it is long enough.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>How many standings there are.</summary>
    public int Count { get; private set; }

    /// <summary>The standings, in no order.</summary>
    public Span<Standing> Standings => _standings.AsSpan(0, Count);

    public int IndexOf(int watch)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_standings[i].Watch == watch)
                return i;
        }
        return -1;
    }

    public ref Standing Add(in Standing standing)
    {
        if (Count == _standings.Length)
            Array.Resize(ref _standings, Math.Max(2, 2 * Count));
        _standings[Count] = standing;
        return ref _standings[Count++];
    }

    public void RemoveAt(int index) => _standings[index] = _standings[--Count];

    /// <summary>A copy on which nothing that happens to this one tells.</summary>
    public Tip Copy() => CopyTo(new());

    /// <summary>Makes another a copy on which nothing that happens to this one tells.</summary>
    /// <returns>The other.</returns>
    public Tip CopyTo(Tip other)
    {
        (other.HasLast, other.Last, other.Reached, other.Centre, other.SafeM) = (HasLast, Last, Reached, Centre, SafeM);
        (other.IsPending, other.IsWaiting, other.Count) = (IsPending, IsWaiting, Count);
        if (other._standings.Length < Count)
            other._standings = new Standing[_standings.Length];
        Standings.CopyTo(other._standings);
        return other;
    }

    /// <summary>Fetches it from memory, as it will be asked for next.</summary>
    public void Fetch() => Memory.FetchObject(this, Bytes);

    /// <summary>Fetches its standings, once it was fetched itself.</summary>
    public void FetchStandings()
    {
        if (Count > 0)
            Memory.Fetch(ref _standings[0], Count * Unsafe.SizeOf<Standing>());
    }
}
