using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>The index in memory. A report is a number; under it stand its signature's record and its ids, and under each of its keys stands the number.</summary>
internal sealed class NearDuplicateIndex : INearDuplicateIndex
{
    private const int MostCandidates = 64;
    private const uint FewestDead = 1024;
    private const uint IdSalt = 0x5BD1E995;

    private readonly Lock _gate = new();
    private readonly RecordStore _records = new();
    private readonly KeyTable _keys = new();
    private readonly KeyTable _ids = new();
    private readonly SortedSet<uint> _free = [];
    private uint _next;
    private uint _dead;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return (int)(_next - _dead);
            }
        }
    }

    public long MemoryBytes
    {
        get
        {
            lock (_gate)
            {
                return _records.MemoryBytes + _keys.MemoryBytes + _ids.MemoryBytes;
            }
        }
    }

    [SkipLocalsInit]
    public StoryMatch? Find(StorySignature signature)
    {
        Span<uint> candidates = stackalloc uint[MostCandidates];
        lock (_gate)
        {
            var record = signature.Record;
            var best = 0.0;
            var number = uint.MaxValue;
            var overlap = default(SketchOverlap);
            foreach (var candidate in candidates[..Collect(signature, candidates)])
            {
                var similarity = CopyDecision.Similarity(record, _records[candidate], out var whole);
                if (similarity > best || (similarity == best && candidate < number))
                {
                    overlap = whole;
                    best = similarity;
                    number = candidate;
                }
            }

            return best > 0 ? MatchOf(number, best, overlap) : null;
        }
    }

    [SkipLocalsInit]
    public IReadOnlyList<StoryMatch> FindAll(StorySignature signature)
    {
        Span<uint> candidates = stackalloc uint[MostCandidates];
        lock (_gate)
        {
            var found = new List<(double Similarity, uint Number, SketchOverlap Whole)>();
            foreach (var candidate in candidates[..Collect(signature, candidates)])
            {
                var similarity = CopyDecision.Similarity(signature.Record, _records[candidate], out var whole);
                if (similarity > 0)
                {
                    found.Add((similarity, candidate, whole));
                }
            }

            return [.. found.OrderByDescending(f => f.Similarity).ThenBy(f => f.Number).Select(f => MatchOf(f.Number, f.Similarity, f.Whole))];
        }
    }

    public void Add(string storyId, string reportId, StorySignature signature)
    {
        lock (_gate)
        {
            if (NumberOf(reportId) is { } known)
            {
                _records.SetStory(known, storyId);
                return;
            }

            var number = Next();
            _records.Set(number, signature.Record, reportId, storyId);
            _ids.Add(IdKey(reportId), number);
            _keys.Add(ExactKey(signature.Exact), number);
            for (var i = 0; i < signature.KeyCount; i++)
            {
                _keys.Add(signature.Key(i), number);
            }
        }
    }

    public bool Remove(string reportId)
    {
        lock (_gate)
        {
            if (NumberOf(reportId) is not { } number)
            {
                return false;
            }

            _records.Clear(number);
            _dead++;
            if (_dead - _free.Count > Math.Max(FewestDead, _next / 4))
            {
                Sweep();
            }

            return true;
        }
    }

    public bool Contains(string reportId)
    {
        lock (_gate)
        {
            return NumberOf(reportId) is not null;
        }
    }

    public void Load(IEnumerable<IndexedReport> reports)
    {
        foreach (var (storyId, reportId, signature) in reports)
        {
            Add(storyId, reportId, signature);
        }
    }

    private static uint ExactKey(ulong exact) => (uint)(WordScan.Fold(exact, 0x8BB84B93962EACC9) >> 16);

    private static uint IdKey(string id)
    {
        ulong hash = IdSalt;
        foreach (var pair in MemoryMarshal.AsBytes(id.AsSpan()))
        {
            hash = (hash ^ pair) * 0x100000001B3;
        }

        return (uint)(WordScan.Fold(hash, 0x8BB84B93962EACC9) >> 16);
    }

    // The numbers of reports that were taken out can be given again once no key leads to them.
    private void Sweep()
    {
        _keys.Sweep(_records.IsLive);
        _ids.Sweep(_records.IsLive);
        for (uint number = 0; number < _next; number++)
        {
            if (!_records.IsLive(number) && !_free.Contains(number))
            {
                _free.Add(number);
            }
        }
    }

    private uint Next()
    {
        if (_free.Count == 0)
        {
            return _next++;
        }

        var number = _free.Min;
        _free.Remove(number);
        _dead--;
        return number;
    }

    private uint? NumberOf(string reportId)
    {
        Span<uint> numbers = stackalloc uint[KeyTable.MostOfOneKey];
        foreach (var number in numbers[.._ids.Find(IdKey(reportId), numbers)])
        {
            if (_records.ReportOf(number).ToString() == reportId)
            {
                return number;
            }
        }

        return null;
    }

    // All reports under one of the keys; their records are on the way from memory then.
    [SkipLocalsInit]
    private int Collect(StorySignature signature, Span<uint> candidates)
    {
        if (signature.Words == 0)
        {
            return 0;
        }

        Span<uint> keys = stackalloc uint[1 + StorySignature.MostKeys];
        keys = keys[..(1 + signature.KeyCount)];
        keys[0] = ExactKey(signature.Exact);
        for (var i = 1; i < keys.Length; i++)
        {
            keys[i] = signature.Key(i - 1);
        }

        foreach (var key in keys)
        {
            _keys.Prefetch(key);
        }

        var count = 0;
        var last = uint.MaxValue;
        foreach (var key in keys)
        {
            if (count == candidates.Length)
            {
                break;
            }

            // What follows the candidates is room for one key's more.
            var room = candidates[count..];
            var found = _keys.Find(key, room);
            // Of a copy most keys lead to one report and the others nowhere, in no order that could be guessed: both go on here, without a branch between them.
            var isNone = (uint)((found - 1) >> 31);
            if (((last & isNone) | (room[0] & ~isNone)) == last && found <= 1)
            {
                continue;
            }

            last = room[0];
            for (var i = 0; i < found; i++)
            {
                var number = room[i];
                if (!candidates[..count].Contains(number))
                {
                    _records.Prefetch(number);
                    candidates[count++] = number;
                }
            }
        }

        return count;
    }

    private StoryMatch MatchOf(uint number, double similarity, SketchOverlap whole) => similarity >= 1
        ? new StoryMatch(_records.StoryOf(number), _records.ReportOf(number), 1, 1, 1)
        : new StoryMatch(_records.StoryOf(number), _records.ReportOf(number), similarity, whole.OfFirst, whole.OfSecond);
}
