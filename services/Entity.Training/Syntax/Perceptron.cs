using Truceline.Entity.Reading.Syntax;

namespace Truceline.Entity.Training.Syntax;

/// <summary>An averaged perceptron over hashed features (Collins 2002). Not thread-safe.</summary>
/// <param name="bits">Bits of a feature's hash; features with one hash share their weights.</param>
internal sealed class Perceptron(int bits)
{
    private readonly Row[] _rows = new Row[1 << bits];
    private Entry[] _entries = new Entry[1 << 20];
    private int _used;

    /// <summary>Number of decisions so far; weights are averaged over all.</summary>
    public int Time { get; private set; } = 1;

    /// <summary>Adds the weights of features to the scores of outcomes.</summary>
    public void Add(ReadOnlySpan<ulong> features, Span<float> scores)
    {
        var shift = 64 - bits;
        foreach (var feature in features)
        {
            ref readonly var row = ref _rows[feature >> shift];
            foreach (ref readonly var entry in _entries.AsSpan(row.Start, row.Count))
                scores[entry.Outcome] += entry.Weight;
        }
    }

    /// <summary>Counts one more decision.</summary>
    public void Tick() => Time++;

    /// <summary>Makes features speak more for one outcome and less for another.</summary>
    public void Update(ReadOnlySpan<ulong> features, int right, int wrong)
    {
        foreach (var feature in features)
        {
            ref var row = ref _rows[feature >> (64 - bits)];
            Change(ref row, (byte)right, 1);
            Change(ref row, (byte)wrong, -1);
        }
    }

    /// <summary>The averaged weights as bytes.</summary>
    /// <param name="largest">Weight that becomes 127; larger ones are cut off.</param>
    /// <param name="least">Least byte, up or down, that is kept.</param>
    /// <param name="updates">Least number of updates of a weight that is kept: what was met once or twice says little.</param>
    public FeatureTable ToTable(double largest, int least, int updates)
    {
        var starts = new int[(1 << bits) + 1];
        var (outcomes, weights) = (new List<byte>(), new List<sbyte>());
        for (var row = 0; row < _rows.Length; row++)
        {
            foreach (ref readonly var entry in _entries.AsSpan(_rows[row].Start, _rows[row].Count))
            {
                var average = (entry.Total + ((double)(Time - entry.Since) * entry.Weight)) / Time;
                var value = (sbyte)Math.Clamp(Math.Round(average / largest * 127), -127, 127);
                if (Math.Abs(value) < least || entry.Updates < updates)
                    continue;
                outcomes.Add(entry.Outcome);
                weights.Add(value);
            }
            starts[row + 1] = weights.Count;
        }
        return new FeatureTable(bits, starts, [.. outcomes], [.. weights]);
    }

    private void Change(ref Row row, byte outcome, float by)
    {
        var entries = _entries.AsSpan(row.Start, row.Count);
        var at = 0;
        while (at < entries.Length && entries[at].Outcome != outcome)
            at++;
        if (at == entries.Length)
            Append(ref row, outcome);
        ref var entry = ref _entries[row.Start + at];
        entry.Total += (double)(Time - entry.Since) * entry.Weight;
        entry.Since = Time;
        entry.Weight += by;
        entry.Updates += (ushort)(entry.Updates < ushort.MaxValue ? 1 : 0);
    }

    /// <summary>Makes room in a row: a full one moves to the end with twice the room, so that its entries stay together.</summary>
    private void Append(ref Row row, byte outcome)
    {
        if (row.Count == row.Room)
        {
            var room = Math.Max(2, row.Room * 2);
            if (_used + room > _entries.Length)
                Array.Resize(ref _entries, _entries.Length * 2);
            _entries.AsSpan(row.Start, row.Count).CopyTo(_entries.AsSpan(_used));
            (row.Start, row.Room) = (_used, room);
            _used += room;
        }
        _entries[row.Start + row.Count++] = new Entry { Outcome = outcome, Since = Time };
    }

    private struct Row
    {
        public int Start;
        public int Count;
        public int Room;
    }

    private struct Entry
    {
        public double Total;
        public float Weight;
        public int Since;
        public ushort Updates;
        public byte Outcome;
    }
}
