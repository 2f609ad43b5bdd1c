using System.Runtime.InteropServices;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>The index in memory. A report is a number; under it stand its signature's record and its ids, and under each of its keys stands the number.</summary>
internal sealed class NearDuplicateIndex : INearDuplicateIndex
{
    private const int MostCandidates = 64;
    private const uint IdSalt = 0x5BD1E995;

    private readonly Lock _gate = new();
    private readonly RecordStore _records = new();
    private readonly CompactIds _reports = new();
    private readonly CompactIds _stories = new();
    private KeyTable _keys = new();
    private KeyTable _ids = new();
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
                return _records.MemoryBytes + _reports.MemoryBytes + _stories.MemoryBytes + _keys.MemoryBytes + _ids.MemoryBytes;
            }
        }
    }

    public StoryMatch? Find(StorySignature signature)
    {
        Span<Candidate> candidates = stackalloc Candidate[MostCandidates];
        lock (_gate)
        {
            var count = Collect(signature, candidates);
            var best = -1;
            for (var i = 0; i < count; i++)
            {
                ref var candidate = ref candidates[i];
                if (candidate.Similarity > 0 && (best < 0 || Compare(candidate, candidates[best]) < 0))
                {
                    best = i;
                }
            }

            return best < 0 ? null : MatchOf(candidates[best]);
        }
    }

    public IReadOnlyList<StoryMatch> FindAll(StorySignature signature)
    {
        Span<Candidate> candidates = stackalloc Candidate[MostCandidates];
        lock (_gate)
        {
            var count = Collect(signature, candidates);
            candidates[..count].Sort(Compare);
            var matches = new List<StoryMatch>();
            for (var i = 0; i < count && candidates[i].Similarity > 0; i++)
            {
                matches.Add(MatchOf(candidates[i]));
            }

            return matches;
        }
    }

    public void Add(string storyId, string reportId, StorySignature signature)
    {
        lock (_gate)
        {
            if (NumberOf(reportId) is { } known)
            {
                _stories[known] = storyId;
                return;
            }

            var number = _next++;
            _records.Set(number, signature.Record);
            _reports[number] = reportId;
            _stories[number] = storyId;
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
            _reports[number] = "";
            _stories[number] = "";
            _dead++;
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

    private static int Compare(Candidate a, Candidate b) =>
        a.Similarity != b.Similarity ? b.Similarity.CompareTo(a.Similarity) : a.Number.CompareTo(b.Number);

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

    private uint? NumberOf(string reportId)
    {
        Span<uint> numbers = stackalloc uint[KeyTable.MostOfOneKey];
        foreach (var number in numbers[.._ids.Find(IdKey(reportId), numbers)])
        {
            if (_reports[number] == reportId)
            {
                return number;
            }
        }

        return null;
    }

    private int Collect(StorySignature signature, Span<Candidate> candidates)
    {
        if (signature.Words == 0)
        {
            return 0;
        }

        var keys = signature.KeyCount;
        _keys.Prefetch(ExactKey(signature.Exact));
        for (var i = 0; i < keys; i++)
        {
            _keys.Prefetch(signature.Key(i));
        }

        Span<uint> numbers = stackalloc uint[KeyTable.MostOfOneKey];
        var count = 0;
        for (var i = -1; i < keys; i++)
        {
            var found = _keys.Find(i < 0 ? ExactKey(signature.Exact) : signature.Key(i), numbers);
            foreach (var number in numbers[..found])
            {
                if (count < candidates.Length && !Known(candidates[..count], number))
                {
                    _records.Prefetch(number);
                    candidates[count++].Number = number;
                }
            }
        }

        var record = signature.Record;
        for (var i = 0; i < count; i++)
        {
            ref var candidate = ref candidates[i];
            candidate.Similarity = CopyDecision.Similarity(record, _records[candidate.Number], out candidate.Evidence);
        }

        return count;
    }

    private static bool Known(ReadOnlySpan<Candidate> candidates, uint number)
    {
        foreach (ref readonly var candidate in candidates)
        {
            if (candidate.Number == number)
            {
                return true;
            }
        }

        return false;
    }

    private StoryMatch MatchOf(in Candidate candidate) => candidate.Similarity >= 1
        ? new StoryMatch(_stories[candidate.Number], _reports[candidate.Number], 1, 1, 1)
        : new StoryMatch(
            _stories[candidate.Number], _reports[candidate.Number], candidate.Similarity, candidate.Evidence.Whole.OfFirst, candidate.Evidence.Whole.OfSecond);

    private struct Candidate
    {
        internal uint Number;
        internal double Similarity;
        internal CopyEvidence Evidence;
    }
}
