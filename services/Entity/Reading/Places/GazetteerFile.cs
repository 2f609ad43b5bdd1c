using System.Security.Cryptography;
using System.Text;
using static Truceline.Entity.Reading.Places.GazetteerFormat;

namespace Truceline.Entity.Reading.Places;

/// <summary>
/// The compiled gazetteer (<see cref="GazetteerFormat"/>), read where it lies in mapped memory: nothing is parsed when it is opened.
/// Thread-safe. Not disposed by readers: it lives as long as the process.
/// </summary>
internal sealed class GazetteerFile : IDisposable
{
    private const int DivisionLength = 16;

    // Population of each step in which it is kept.
    private static readonly int[] Populations = [0, .. Enumerable.Range(1, 255).Select(step => (int)Math.Round(Math.Pow(2, step / 10.0)))];

    private readonly MappedFile _file;
    private readonly (int Offset, int Count)[] _sections;
    private readonly string?[] _divisions;

    private GazetteerFile(MappedFile file, (int Offset, int Count)[] sections)
    {
        _file = file;
        _sections = sections;
        _divisions = new string?[sections[(int)Section.Divisions].Count];
    }

    /// <summary>Number of places.</summary>
    public int Count => _sections[(int)Section.Ids].Count;

    /// <summary>The first eight digits of the hash of all that it holds.</summary>
    public string Version => Convert.ToHexStringLower(_file.Bytes.Slice(ChecksumOffset, 4));

    /// <summary>What it was compiled from: JSON.</summary>
    public string Sources => Encoding.UTF8.GetString(Column<byte>(Section.Sources));

    /// <summary>Maps a compiled gazetteer and checks that it is whole.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no compiled gazetteer, one of another version, or damaged.</exception>
    public static GazetteerFile Open(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"The gazetteer {path} is missing; it is shipped beside the assembly.", path);
        var file = new MappedFile(path);
        try
        {
            return new GazetteerFile(file, Check(path, file));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>A copy of the table of first words, for names from elsewhere to be added.</summary>
    public byte[] CopyFirstWords() => Column<byte>(Section.FirstWords).ToArray();

    /// <summary>Postings of the names that share a bucket, and of each the fingerprint; those of one name have <c>(ushort)hash</c>.</summary>
    public ReadOnlySpan<uint> Bucket(ulong hash, out ReadOnlySpan<ushort> fingerprints)
    {
        var bucket = GazetteerFormat.Bucket(hash);
        var starts = Column<int>(Section.Buckets);
        var (start, end) = (starts[bucket], starts[bucket + 1]);
        fingerprints = Column<ushort>(Section.Fingerprints)[start..end];
        return Column<uint>(Section.Postings)[start..end];
    }

    /// <summary>Rows whose names have a skeleton.</summary>
    public IEnumerable<int> RowsOfSkeleton(ulong hash)
    {
        var bucket = GazetteerFormat.Bucket(hash);
        var starts = Column<int>(Section.SkeletonBuckets);
        var rows = new List<int>();
        foreach (var posting in Column<uint>(Section.SkeletonPostings)[starts[bucket]..starts[bucket + 1]])
        {
            if (posting >> 20 == ((uint)hash & 0xFFF))
                rows.Add((int)(posting & (MostRows - 1)));
        }
        return rows;
    }

    /// <summary>Position, kind and population of a row, packed.</summary>
    public static ulong Pack(double latitude, double longitude, PlaceKind kind, int population) =>
        ((ulong)Math.Round((latitude + 90) * 1e5) << 39) | ((ulong)Math.Round((longitude + 180) * 1e5) << 13) | ((ulong)kind << 8)
        | (population <= 0 ? 0 : (ulong)Math.Clamp(Math.Round(Math.Log2(population) * 10), 1, 255));

    /// <summary>Inhabitants of a row, in steps of 7 %; 0 when unknown.</summary>
    public int PopulationOf(int row) => Population(Column<ulong>(Section.Positions)[row]);

    /// <summary>Kind of place of a row.</summary>
    public PlaceKind KindOf(int row) => (PlaceKind)((Column<ulong>(Section.Positions)[row] >> 8) & 0x1F);

    /// <summary>Point of a row, in degrees.</summary>
    public (double Latitude, double Longitude) PositionOf(int row)
    {
        var packed = Column<ulong>(Section.Positions)[row];
        return ((((packed >> 39) & 0x1FFFFFF) / 1e5) - 90, (((packed >> 13) & 0x3FFFFFF) / 1e5) - 180);
    }

    /// <summary>The place of a row.</summary>
    public GazetteerPlace Place(int row)
    {
        var packed = Column<ulong>(Section.Positions)[row];
        var kind = (PlaceKind)((packed >> 8) & 0x1F);
        var population = Population(packed);
        var nameOffset = Column<uint>(Section.NameOffsets)[row];
        var division = Division(Column<ushort>(Section.DivisionOfRow)[row]);
        var id = Column<uint>(Section.Ids)[row];
        return new GazetteerPlace(
            id == 0 ? "geonames:" + division : ((nameOffset >> 31) == 1 ? "wof:" : "geonames:") + id, Name((int)(nameOffset & 0x7FFFFFFF)), kind,
            (((packed >> 39) & 0x1FFFFFF) / 1e5) - 90, (((packed >> 13) & 0x3FFFFFF) / 1e5) - 180, Radius(row, kind, population),
            division[..2], population, division.Length == 2 ? null : division);
    }

    public void Dispose() => _file.Dispose();

    private static int Population(ulong packed) => Populations[(int)(packed & 0xFF)];

    private string Name(int offset)
    {
        var names = Column<byte>(Section.Names);
        return Encoding.UTF8.GetString(names.Slice(offset + 1, names[offset]));
    }

    private string Division(int index) =>
        // Two threads may write the same string: either will do.
        _divisions[index] ??= Encoding.ASCII.GetString(Column<byte>(Section.Divisions).Slice(index * DivisionLength, DivisionLength).TrimEnd((byte)0));

    private double Radius(int row, PlaceKind kind, int population)
    {
        var own = Column<int>(Section.RadiusRows).BinarySearch(row);
        return own >= 0 ? Column<ushort>(Section.Radii)[own] * 1000.0 : PlaceRadius.Default(kind, population);
    }

    private ReadOnlySpan<T> Column<T>(Section section)
        where T : unmanaged
    {
        var (offset, count) = _sections[(int)section];
        return _file.Span<T>(offset, section == Section.Divisions ? count * DivisionLength : count);
    }

    private static (int Offset, int Count)[] Check(string path, MappedFile file)
    {
        if (file.Bytes.Length < HeaderLength || !file.Bytes[..MagicLength].SequenceEqual(Magic))
            throw new InvalidDataException($"{path} is no compiled gazetteer.");
        var numbers = file.Span<int>(MagicLength, 2);
        if (numbers[0] != GazetteerFormat.Version || numbers[1] != Enum.GetValues<Section>().Length)
            throw new InvalidDataException($"The gazetteer {path} has version {numbers[0]}; {GazetteerFormat.Version} is read. Compile it again.");
        if (!SHA256.HashData(file.Bytes[SectionsOffset..]).AsSpan().SequenceEqual(file.Bytes.Slice(ChecksumOffset, ChecksumLength)))
            throw new InvalidDataException($"The gazetteer {path} is damaged: its checksum does not fit.");
        var table = file.Span<int>(SectionsOffset, numbers[1] * 2);
        var sections = new (int Offset, int Count)[numbers[1]];
        for (var i = 0; i < sections.Length; i++)
            sections[i] = (table[2 * i], table[(2 * i) + 1]);
        return sections;
    }
}
