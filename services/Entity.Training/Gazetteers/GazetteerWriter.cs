using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Truceline.Entity.Reading.Places;
using static Truceline.Entity.Reading.Places.GazetteerFormat;

namespace Truceline.Entity.Training.Gazetteers;

/// <summary>Writes the compiled gazetteer (<see cref="GazetteerFormat"/>). The same rows and sources give the same bytes.</summary>
internal static class GazetteerWriter
{
    private const int DivisionLength = 16;
    private const int Alignment = 8;

    /// <summary>The bytes of a gazetteer.</summary>
    /// <param name="places">The places, in any order.</param>
    /// <param name="sources">What they come from: JSON.</param>
    /// <exception cref="ArgumentException">There are more places than the format can number.</exception>
    public static byte[] Write(IEnumerable<GazetteerRow> places, string sources)
    {
        var rows = places.OrderBy(r => r.Division, StringComparer.Ordinal).ThenBy(r => r.FromWhosOnFirst).ThenBy(r => r.Id).ToList();
        if (rows.Count > MostRows)
            throw new ArgumentException($"{rows.Count} places are more than the {MostRows} that the format can number.", nameof(places));
        var divisions = rows.Select(r => r.Division).Distinct().Order(StringComparer.Ordinal).ToList();
        var divisionIndex = divisions.Select((d, i) => (d, i)).ToDictionary(p => p.d, p => (ushort)p.i, StringComparer.Ordinal);
        var names = new NamePool();
        var ownRadius = rows.Select((r, i) => (r.RadiusKilometres, i)).Where(p => p.RadiusKilometres > 0).ToList();
        var index = NameIndex.Of(rows);
        var sections = new Dictionary<Section, (byte[] Bytes, int Count)>
        {
            [Section.Sources] = Bytes(Encoding.UTF8.GetBytes(sources)),
            [Section.Positions] = Bytes(rows.Select(r => GazetteerFile.Pack(r.Latitude, r.Longitude, r.Kind, r.Population)).ToArray()),
            [Section.Ids] = Bytes(rows.Select(r => (uint)r.Id).ToArray()),
            [Section.NameOffsets] = Bytes(rows.Select(r => names.Add(r.Name) | (r.FromWhosOnFirst ? 1u << 31 : 0)).ToArray()),
            [Section.DivisionOfRow] = Bytes(rows.Select(r => divisionIndex[r.Division]).ToArray()),
            [Section.Names] = Bytes(names.ToArray()),
            [Section.Divisions] = (divisions.SelectMany(Padded).ToArray(), divisions.Count),
            [Section.RadiusRows] = Bytes(ownRadius.Select(p => p.i).ToArray()),
            [Section.Radii] = Bytes(ownRadius.Select(p => (ushort)p.RadiusKilometres).ToArray()),
            [Section.Buckets] = Bytes(Starts(index.Postings)),
            [Section.Fingerprints] = Bytes(index.Postings.Select(p => (ushort)p.Hash).ToArray()),
            [Section.Postings] = Bytes(index.Postings.Select(p => p.Posting).ToArray()),
            [Section.SkeletonBuckets] = Bytes(Starts(index.Skeletons)),
            [Section.SkeletonPostings] = Bytes(index.Skeletons.Select(p => p.Posting).ToArray()),
            [Section.FirstWords] = Bytes(index.FirstWords),
        };
        return Assemble(sections);
    }

    private static byte[] Assemble(Dictionary<Section, (byte[] Bytes, int Count)> sections)
    {
        var ordered = Enum.GetValues<Section>();
        var length = ordered.Aggregate(HeaderLength, (end, s) => Aligned(end) + sections[s].Bytes.Length);
        var file = new byte[length];
        Magic.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(MagicLength), GazetteerFormat.Version);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(MagicLength + 4), ordered.Length);
        var end = HeaderLength;
        foreach (var section in ordered)
        {
            var (bytes, count) = sections[section];
            var start = Aligned(end);
            var entry = SectionsOffset + ((int)section * 8);
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(entry), start);
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(entry + 4), count);
            bytes.CopyTo(file, start);
            end = start + bytes.Length;
        }
        SHA256.HashData(file.AsSpan(SectionsOffset), file.AsSpan(ChecksumOffset, ChecksumLength));
        return file;
    }

    private static int[] Starts(List<(ulong Hash, uint Posting)> postings)
    {
        var starts = new int[(1 << BucketBits) + 1];
        foreach (var (hash, _) in postings)
            starts[Bucket(hash) + 1]++;
        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        return starts;
    }

    private static IEnumerable<byte> Padded(string code) => Encoding.ASCII.GetBytes(code.PadRight(DivisionLength, '\0')[..DivisionLength]);

    private static int Aligned(int offset) => (offset + Alignment - 1) / Alignment * Alignment;

    private static (byte[] Bytes, int Count) Bytes<T>(T[] values)
        where T : unmanaged => (MemoryMarshal.AsBytes(values.AsSpan()).ToArray(), values.Length);
}
