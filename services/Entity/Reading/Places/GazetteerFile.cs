using System.IO.Compression;
using System.Text;

namespace Truceline.Entity.Reading.Places;

/// <summary>
/// The compiled gazetteer: one Brotli stream of columns (ids, kinds, coordinates in thousandths of a degree …), then the loose keys in
/// byte order, each as the length that it shares with the one before and its rest, with the rows that bear it. Lookup is a binary
/// search over bytes, so that loading makes few objects. Numbers are LEB128. A division of GeoNames is known by its code ("SY.12").
/// </summary>
internal sealed class GazetteerFile
{
    private const uint Magic = 0x315A4754; // "TGZ1"

    private long[] _ids = [];
    private byte[] _kinds = [];
    private ushort[] _countries = [];
    private ushort[] _divisions = [];
    private int[] _latitudes = [];
    private int[] _longitudes = [];
    private byte[] _populations = [];
    private ushort[] _radii = [];
    private byte[] _names = [];
    private int[] _nameStarts = [];
    private string[] _countryTable = [];
    private string[] _divisionTable = [];
    private byte[] _keys = [];
    private int[] _keyStarts = [];
    private int[] _postingStarts = [];
    private int[] _postingRows = [];
    private byte[] _postingChecks = [];

    /// <summary>Number of places.</summary>
    public int Count => _ids.Length;

    /// <summary>Writes rows in the order that compresses well; the same rows give the same bytes.</summary>
    public static void Write(Stream output, IEnumerable<GazetteerRow> places)
    {
        var rows = places.OrderBy(r => r.Country, StringComparer.Ordinal).ThenBy(r => r.FromWhosOnFirst)
            .ThenBy(r => r.Division, StringComparer.Ordinal).ThenBy(r => r.Id).ToList();
        using var brotli = new BrotliStream(output, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write7BitEncodedInt(rows.Count);
        var countries = WriteTable(writer, rows.Select(r => r.Country));
        var divisions = WriteTable(writer, rows.Select(r => r.Division));
        Column(r => r.Id, delta: true);
        Column(r => r.FromWhosOnFirst ? 1 : 0);
        Column(r => (byte)r.Kind);
        Column(r => countries[r.Country], delta: true);
        Column(r => divisions[r.Division], delta: true);
        Column(r => (long)Math.Round(r.Latitude * 1000), delta: true);
        Column(r => (long)Math.Round(r.Longitude * 1000), delta: true);
        Column(r => r.Population <= 0 ? 0 : (long)Math.Round(Math.Log2(r.Population) * 10));
        Column(r => r.RadiusKilometres);
        Column(r => Encoding.UTF8.GetByteCount(r.Name));
        foreach (var row in rows)
            writer.Write(Encoding.UTF8.GetBytes(row.Name));
        WriteKeys(writer, rows);

        void Column(Func<GazetteerRow, long> value, bool delta = false)
        {
            var last = 0L;
            foreach (var row in rows)
            {
                var v = value(row);
                writer.Write7BitEncodedInt64(delta ? Zigzag(v - last) : v);
                last = v;
            }
        }
    }

    /// <summary>Reads a compiled gazetteer.</summary>
    /// <exception cref="InvalidDataException">The stream is no compiled gazetteer.</exception>
    public static GazetteerFile Read(Stream input)
    {
        using var brotli = new BrotliStream(input, CompressionMode.Decompress);
        using var whole = new MemoryStream();
        brotli.CopyTo(whole);
        var reader = new ByteReader(whole.GetBuffer().AsSpan(0, (int)whole.Length));
        if (reader.UInt32() != Magic)
            throw new InvalidDataException("Not a compiled gazetteer.");
        var count = (int)reader.Number();
        var file = new GazetteerFile
        {
            _countryTable = reader.Table(),
            _divisionTable = reader.Table(),
            _ids = new long[count],
            _kinds = new byte[count],
            _countries = new ushort[count],
            _divisions = new ushort[count],
            _latitudes = new int[count],
            _longitudes = new int[count],
            _populations = new byte[count],
            _radii = new ushort[count],
            _nameStarts = new int[count + 1],
        };
        var last = 0L;
        for (var i = 0; i < count; i++)
            file._ids[i] = last += Unzigzag(reader.Number());
        for (var i = 0; i < count; i++)
            file._ids[i] = (file._ids[i] << 1) | reader.Number();
        for (var i = 0; i < count; i++)
            file._kinds[i] = (byte)reader.Number();
        last = 0;
        for (var i = 0; i < count; i++)
            file._countries[i] = (ushort)(last += Unzigzag(reader.Number()));
        last = 0;
        for (var i = 0; i < count; i++)
            file._divisions[i] = (ushort)(last += Unzigzag(reader.Number()));
        last = 0;
        for (var i = 0; i < count; i++)
            file._latitudes[i] = (int)(last += Unzigzag(reader.Number()));
        last = 0;
        for (var i = 0; i < count; i++)
            file._longitudes[i] = (int)(last += Unzigzag(reader.Number()));
        for (var i = 0; i < count; i++)
            file._populations[i] = (byte)reader.Number();
        for (var i = 0; i < count; i++)
            file._radii[i] = (ushort)reader.Number();
        for (var i = 0; i < count; i++)
            file._nameStarts[i + 1] = file._nameStarts[i] + (int)reader.Number();
        file._names = reader.Bytes(file._nameStarts[count]).ToArray();
        file.ReadKeys(ref reader);
        return file;
    }

    /// <summary>Rows that bear a loose key, each with the check byte of the spelling and whether it is the main name.</summary>
    public IEnumerable<(int Row, byte Check, bool IsMain)> Find(string looseKey)
    {
        var key = Encoding.UTF8.GetBytes(looseKey);
        var (low, high) = (0, _keyStarts.Length - 2);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = _keys.AsSpan(_keyStarts[middle].._keyStarts[middle + 1]).SequenceCompareTo(key);
            if (order == 0)
                return Postings(middle);
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return [];
    }

    /// <summary>The place of a row.</summary>
    public GazetteerPlace Place(int row)
    {
        var kind = (PlaceKind)_kinds[row];
        var population = _populations[row] == 0 ? 0 : (int)Math.Round(Math.Pow(2, _populations[row] / 10.0));
        var radius = _radii[row] > 0 ? _radii[row] * 1000.0 : PlaceRadius.Default(kind, population);
        var name = Encoding.UTF8.GetString(_names, _nameStarts[row], _nameStarts[row + 1] - _nameStarts[row]);
        var division = _divisionTable[_divisions[row]];
        var id = (_ids[row] & 1) == 1 ? $"wof:{_ids[row] >> 1}" : kind == PlaceKind.Province ? $"geonames:{division}" : $"geonames:{_ids[row] >> 1}";
        return new GazetteerPlace(
            id, name, kind, _latitudes[row] / 1000.0, _longitudes[row] / 1000.0, radius,
            _countryTable[_countries[row]], population, division.Length == 0 ? null : division);
    }

    private static Dictionary<string, int> WriteTable(BinaryWriter writer, IEnumerable<string> values)
    {
        var table = values.Distinct().Order(StringComparer.Ordinal).ToList();
        writer.Write7BitEncodedInt(table.Count);
        foreach (var value in table)
        {
            var bytes = Encoding.UTF8.GetBytes(value);
            writer.Write7BitEncodedInt64(bytes.Length);
            writer.Write(bytes);
        }
        return table.Select((v, i) => (v, i)).ToDictionary(p => p.v, p => p.i, StringComparer.Ordinal);
    }

    private static void WriteKeys(BinaryWriter writer, List<GazetteerRow> rows)
    {
        var keys = new Dictionary<string, SortedSet<(int Row, bool Other, byte Check)>>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var (name, other) in rows[i].OtherNames.Select(n => (n, true)).Prepend((rows[i].Name, false)))
            {
                var strict = NameKey.Strict(name);
                var loose = NameKey.LooseOfStrict(strict);
                if (loose.Length < 2)
                    continue;
                if (!keys.TryGetValue(loose, out var set))
                    keys[loose] = set = [];
                if (!set.Contains((i, false, NameKey.Check(strict))))
                    set.Add((i, other, NameKey.Check(strict)));
            }
        }
        var sorted = keys.Select(k => (Bytes: Encoding.UTF8.GetBytes(k.Key), k.Value))
            .OrderBy(k => k.Bytes, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))).ToList();
        writer.Write7BitEncodedInt(sorted.Count);
        var last = Array.Empty<byte>();
        foreach (var (bytes, _) in sorted)
        {
            var shared = bytes.AsSpan().CommonPrefixLength(last);
            writer.Write7BitEncodedInt(shared);
            writer.Write7BitEncodedInt(bytes.Length - shared);
            writer.Write(bytes.AsSpan(shared));
            last = bytes;
        }
        foreach (var (_, postings) in sorted)
            writer.Write7BitEncodedInt(postings.Count);
        foreach (var (_, postings) in sorted)
        {
            var before = 0;
            foreach (var (row, other, _) in postings)
            {
                writer.Write7BitEncodedInt64(((row - before) << 1) | (other ? 1 : 0));
                before = row;
            }
        }
        foreach (var (_, postings) in sorted)
        {
            foreach (var (_, _, check) in postings)
                writer.Write(check);
        }
    }

    private void ReadKeys(ref ByteReader reader)
    {
        var count = (int)reader.Number();
        _keyStarts = new int[count + 1];
        var keys = new byte[Math.Max(16, count * 12)];
        for (var i = 0; i < count; i++)
        {
            var (shared, rest) = ((int)reader.Number(), (int)reader.Number());
            var start = _keyStarts[i];
            if (keys.Length < start + shared + rest)
                Array.Resize(ref keys, keys.Length * 2);
            if (shared > 0)
                keys.AsSpan(_keyStarts[i - 1], shared).CopyTo(keys.AsSpan(start));
            reader.Bytes(rest).CopyTo(keys.AsSpan(start + shared));
            _keyStarts[i + 1] = start + shared + rest;
        }
        _keys = keys.AsSpan(0, _keyStarts[count]).ToArray();
        _postingStarts = new int[count + 1];
        for (var i = 0; i < count; i++)
            _postingStarts[i + 1] = _postingStarts[i] + (int)reader.Number();
        _postingRows = new int[_postingStarts[count]];
        for (var i = 0; i < count; i++)
        {
            var row = 0;
            for (var p = _postingStarts[i]; p < _postingStarts[i + 1]; p++)
            {
                var value = (int)reader.Number();
                row += value >> 1;
                _postingRows[p] = (row << 1) | (value & 1);
            }
        }
        _postingChecks = reader.Bytes(_postingRows.Length).ToArray();
    }

    private IEnumerable<(int Row, byte Check, bool IsMain)> Postings(int key)
    {
        for (var p = _postingStarts[key]; p < _postingStarts[key + 1]; p++)
            yield return (_postingRows[p] >> 1, _postingChecks[p], (_postingRows[p] & 1) == 0);
    }

    private static long Zigzag(long value) => (value << 1) ^ (value >> 63);

    private static long Unzigzag(long value) => (long)((ulong)value >> 1) ^ -(value & 1);
}
