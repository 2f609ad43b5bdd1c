using System.Runtime.InteropServices;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>A shape whose edges reach into a cell: the edges, in the builder's pool, and whether the north-western corner of the cell's box belongs to it.</summary>
internal readonly record struct CellMember(int Shape, int Start, int Count, bool Corner);

/// <summary>Builds what lies under one cell after the other. Of one thread.</summary>
/// <param name="shapes">All shapes.</param>
/// <param name="memory">Where blocks are written to.</param>
internal sealed class BlockBuilder(ZoneShape[] shapes, ChunkWriter memory)
{
    // With so many children of the 16 to be split again, a level is left out.
    private const int CrowdedChildren = 3;

    // Edges that run side by side (versions of one zone share their borders) are in all cells along them, however small: after so many such levels there is no more splitting.
    private const int MostAlongside = 2;
    private const int ChildrenAlongside = 3;

    private readonly List<uint> _words = [];
    private readonly Dictionary<int, List<int>> _sets = [];
    private readonly CellSplitter _splitter = new(shapes);
    private readonly LaneList _lanes = new();
    private int _largest;

    /// <summary>Builds the block of a cell of the top grid.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="covering">Shapes that cover it whole; in order.</param>
    /// <param name="members">Shapes with edges in it; in order.</param>
    public Block Build(in Cell cell, List<int> covering, List<(int Shape, int[] Edges, bool Corner)> members)
    {
        _words.Clear();
        _sets.Clear();
        _splitter.Pool.Clear();
        _largest = 0;
        // Room for the root.
        CollectionsMarshal.SetCount(_words, 16);
        var list = new List<CellMember>(members.Count);
        foreach (var (shape, edges, corner) in members)
        {
            list.Add(new(shape, _splitter.Pool.Count, edges.Length, corner));
            _splitter.Pool.AddRange(edges);
        }
        int[] all = [.. covering, .. list.Select(m => m.Shape)];
        var root = Add(cell, covering, list, isRoot: true);
        var (chunk, start) = memory.Write(CollectionsMarshal.AsSpan(_words));
        return new(chunk, start | root & 3 | (root >> 2 == 16 ? 4u : 0), 4 * _words.Count, all, _largest);
    }

    private uint Add(in Cell cell, List<int> covering, List<CellMember> members, int alongside = 0, bool isRoot = false)
    {
        if (members.Count == 0)
            return AddSet(covering) << 2;
        var pool = CollectionsMarshal.AsSpan(_splitter.Pool);
        _lanes.Clear();
        var fits = members.Count <= LeafHead.MostLanes;
        for (var i = 0; fits && i < members.Count; i++)
        {
            var m = members[i];
            fits = m.Count <= 2 * LeafHead.MostLanes && _lanes.Add(cell, shapes[m.Shape], m, pool.Slice(m.Start, m.Count)) && _lanes.Count <= LeafHead.MostLanes;
        }
        if (fits)
            return AddLeaf(covering, isRoot);
        return cell.Bits == CellGrid.SmallestBits || alongside == MostAlongside
            ? AddCrowded(cell, covering, members)
            : AddNode(cell, covering, members, alongside, isRoot);
    }

    private uint AddNode(in Cell cell, List<int> covering, List<CellMember> members, int alongside, bool isRoot)
    {
        var mark = _splitter.Pool.Count;
        var children = _splitter.Split(cell, members, covering);
        var edges = members.Sum(m => m.Count);
        if (children.Count(c => 10 * c.Members.Sum(m => m.Count) >= 9 * edges) >= ChildrenAlongside)
            alongside++;
        var isWide = alongside == 0 && cell.Bits - 4 >= CellGrid.SmallestBits && children.Count(c => c.Members.Sum(m => m.Count) > LeafHead.MostLanes) >= CrowdedChildren;
        var at = isRoot && !isWide ? 0 : Reserve(isWide ? 256 : 16, aligned: true);
        for (var i = 0; i < 16; i++)
        {
            var child = cell.Child(i & 3, i >> 2);
            if (isWide)
            {
                AddGrandchildren(child, children[i], at + 64 * (i >> 2) + 4 * (i & 3));
                continue;
            }
            var reference = Add(child, children[i].Covering, children[i].Members, alongside);
            _words[at + i] = reference;
        }
        CollectionsMarshal.SetCount(_splitter.Pool, mark);
        return (uint)at << 2 | (isWide ? RefKind.WideNode : RefKind.Node);
    }

    private void AddGrandchildren(in Cell cell, CellContent content, int at)
    {
        var parts = content.Members.Count == 0 ? null : _splitter.Split(cell, content.Members, content.Covering);
        for (var i = 0; i < 16; i++)
        {
            var part = parts?[i] ?? content;
            var reference = Add(cell.Child(i & 3, i >> 2), part.Covering, part.Members);
            _words[at + 16 * (i >> 2) + (i & 3)] = reference;
        }
    }

    private uint AddLeaf(List<int> covering, bool isRoot)
    {
        // Edges that only pass by leave no lane: the shape covers the cell or does not reach it.
        var whole = _lanes.Whole;
        var set = whole.Count == 0 ? covering : [.. covering, .. whole];
        if (_lanes.Members.Count == 0)
            return AddSet(set) << 2;
        var (points, m, chains) = (_lanes.Points.Count, _lanes.Members.Count, _lanes.Chains.Count);
        // A set apart costs a line that has to be waited for.
        var own = set.Count <= LeafHead.MostOwn ? set.Count : 1;
        var isLong = _lanes.Chains.Exists(e => e >= LeafHead.ClosingEdge);
        var size = LeafHead.Words + own + m + points + (isLong ? chains : (chains + 1) / 2);
        // A root that is a leaf comes first, so that its place is known.
        var at = isRoot ? Reserve(size, aligned: true) : 0;
        var offset = set.Count <= LeafHead.MostOwn ? 0 : AddSet(set);
        if (!isRoot)
            at = Reserve(size, aligned: false);
        _largest = Math.Max(_largest, set.Count + m);
        var words = CollectionsMarshal.AsSpan(_words).Slice(at, size);
        words[0] = new LeafHead(points - 1, m, own, set.Count > LeafHead.MostOwn, isLong).Word;
        // What is behind the last lane is none either.
        words[1] = (uint)(_lanes.Breaks | ulong.MaxValue << (points - 1));
        words = words[LeafHead.Words..];
        if (set.Count > LeafHead.MostOwn)
            words[0] = offset;
        else
            MemoryMarshal.Cast<int, uint>(CollectionsMarshal.AsSpan(set)).CopyTo(words);
        CollectionsMarshal.AsSpan(_lanes.Members).CopyTo(words[own..]);
        CollectionsMarshal.AsSpan(_lanes.Points).CopyTo(words[(own + m)..]);
        words = words[(own + m + points)..];
        if (isLong)
        {
            MemoryMarshal.Cast<int, uint>(CollectionsMarshal.AsSpan(_lanes.Chains)).CopyTo(words);
            return (uint)at << 2 | RefKind.Leaf;
        }
        var halves = MemoryMarshal.Cast<uint, ushort>(words);
        for (var i = 0; i < chains; i++)
            halves[i] = (ushort)_lanes.Chains[i];
        return (uint)at << 2 | RefKind.Leaf;
    }

    private uint AddCrowded(in Cell cell, List<int> covering, List<CellMember> members)
    {
        var offset = AddSet(covering);
        _largest = Math.Max(_largest, covering.Count + members.Count);
        var at = Reserve(2 + members.Sum(m => 2 + m.Count), aligned: false);
        var words = CollectionsMarshal.AsSpan(_words)[at..];
        (words[0], words[1]) = ((uint)members.Count | LeafHead.Crowded, offset);
        var i = 2;
        foreach (var m in members)
        {
            var edges = CollectionsMarshal.AsSpan(_splitter.Pool).Slice(m.Start, m.Count);
            var corner = m.Corner ^ shapes[m.Shape].IsOdd(edges, cell.West, cell.North, cell.CornerX, cell.CornerY);
            words[i++] = (uint)m.Shape | (corner ? 1u << 31 : 0);
            words[i++] = (uint)m.Count;
            foreach (var e in edges)
                words[i++] = (uint)e;
        }
        return (uint)at << 2 | RefKind.Leaf;
    }

    private uint AddSet(List<int> set)
    {
        if (set.Count == 0)
            return 0;
        var hash = new HashCode();
        foreach (var shape in set)
            hash.Add(shape);
        var key = hash.ToHashCode();
        if (!_sets.TryGetValue(key, out var offsets))
            _sets.Add(key, offsets = []);
        foreach (var known in offsets)
        {
            if (MemoryMarshal.Cast<uint, int>(CollectionsMarshal.AsSpan(_words).Slice(known + 1, (int)_words[known])).SequenceEqual(CollectionsMarshal.AsSpan(set)))
                return (uint)known;
        }
        _largest = Math.Max(_largest, set.Count);
        var at = _words.Count;
        offsets.Add(at);
        _words.Add((uint)set.Count);
        foreach (var shape in set)
            _words.Add((uint)shape);
        return (uint)at;
    }

    private int Reserve(int size, bool aligned)
    {
        var at = aligned ? (_words.Count + 15) & ~15 : _words.Count;
        CollectionsMarshal.SetCount(_words, at + size);
        return at;
    }
}
