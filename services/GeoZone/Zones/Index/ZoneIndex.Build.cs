using System.Collections.Concurrent;

namespace Truceline.GeoZone.Zones.Index;

internal sealed partial class ZoneIndex
{
    private const int Cells = CellGrid.TopSide * CellGrid.TopSide;
    private const int ShapesAtOnce = 256;
    private const uint LargeChunk = 16 << 20, SmallChunk = 64 << 10;

    /// <summary>Most shapes that an index can hold.</summary>
    public const int MostShapes = 1 << 24;

    /// <summary>An index without shapes.</summary>
    public static ZoneIndex Empty { get; } = new([], new Block?[Cells]);

    /// <summary>Builds an index, cells of the top grid side by side.</summary>
    /// <param name="shapes">The shapes; their numbers are their places. At most <see cref="MostShapes"/>.</param>
    /// <param name="threads">How many threads may build, 1 or more.</param>
    public static ZoneIndex Build(IReadOnlyList<ZoneShape> shapes, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shapes.Count, MostShapes);
        ZoneShape[] all = [.. shapes];
        var blocks = new Block?[Cells];
        BuildCells(all, [.. Enumerable.Range(0, all.Length)], null, blocks, threads);
        return new(all, blocks);
    }

    /// <summary>An index with some shapes put in place of others. Only the cells into which one of them reaches are built anew.</summary>
    /// <param name="changes">By number: the shape that is to be there, null to take it out. New numbers follow the last.</param>
    /// <param name="threads">How many threads may build, 1 or more.</param>
    public ZoneIndex With(IReadOnlyDictionary<int, ZoneShape?> changes, int threads)
    {
        var count = Math.Max(_shapes.Length, changes.Keys.DefaultIfEmpty(-1).Max() + 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostShapes);
        var all = new ZoneShape?[count];
        _shapes.CopyTo(all, 0);
        foreach (var (number, shape) in changes)
            all[number] = shape;

        var touched = new HashSet<int>();
        for (var i = 0; i < _blocks.Length; i++)
        {
            if (_blocks[i] is { } block && Array.Exists(block.Shapes, changes.ContainsKey))
                touched.Add(i);
        }
        var grid = new TopGrid(all!);
        List<TopGrid.Entry> entries = [];
        foreach (var (number, shape) in changes)
        {
            if (shape is not null)
                grid.Add(number, null, entries);
        }
        touched.UnionWith(entries.Select(e => e.Cell));
        var blocks = (Block?[])_blocks.Clone();
        var around = touched.SelectMany(i => _blocks[i]?.Shapes ?? []).Concat(changes.Keys).Where(s => all[s] is not null).Distinct().Order();
        foreach (var cell in touched)
            blocks[cell] = null;
        BuildCells(all!, [.. around], touched, blocks, threads);
        return new(all, blocks);
    }

    private static void BuildCells(ZoneShape[] shapes, int[] numbers, HashSet<int>? wanted, Block?[] blocks, int threads)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var found = new ConcurrentBag<List<TopGrid.Entry>>();
        Parallel.ForEach(Partitioner.Create(0, Math.Max(1, numbers.Length), ShapesAtOnce), options, range =>
        {
            var grid = new TopGrid(shapes);
            List<TopGrid.Entry> entries = [];
            for (var i = range.Item1; i < Math.Min(range.Item2, numbers.Length); i++)
                grid.Add(numbers[i], wanted, entries);
            found.Add(entries);
        });
        TopGrid.Entry[] sorted = [.. found.SelectMany(e => e)];
        // By cell and shape: what is built does not depend on the threads.
        Array.Sort(sorted, (a, b) => a.Cell != b.Cell ? a.Cell.CompareTo(b.Cell) : a.Shape.CompareTo(b.Shape));
        List<(int Start, int End)> cells = [];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end].Cell == sorted[start].Cell)
                end++;
            cells.Add((start, end));
        }
        // The fullest first, so that no thread is left alone with one.
        cells.Sort((a, b) => (b.End - b.Start).CompareTo(a.End - a.Start));
        var next = -1;
        Parallel.For(0, threads, options, _ =>
        {
            var builder = new BlockBuilder(shapes, new ChunkWriter(wanted is null ? LargeChunk : SmallChunk));
            for (int i; (i = Interlocked.Increment(ref next)) < cells.Count;)
            {
                var (start, end) = cells[i];
                blocks[sorted[start].Cell] = TopGrid.Build(builder, sorted[start].Cell, sorted.AsSpan(start, end - start));
            }
        });
    }
}
