using System.Text;

namespace Truceline.Entity.Reading.Places;

/// <summary>Reads the compiled gazetteer from its bytes; <see cref="InvalidDataException"/> when they end too early.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Four bytes, the least first.</summary>
    public uint UInt32() => BitConverter.ToUInt32(Bytes(4));

    /// <summary>So many bytes as they stand.</summary>
    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count < 0 || count > _rest.Length)
            throw new InvalidDataException("The compiled gazetteer is cut off.");
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    /// <summary>A number in LEB128.</summary>
    public long Number()
    {
        var (value, shift, i) = (0L, 0, 0);
        while (i < _rest.Length && shift < 64)
        {
            var b = _rest[i++];
            value |= (long)(b & 0x7F) << shift;
            shift += 7;
            if (b < 0x80)
            {
                _rest = _rest[i..];
                return value;
            }
        }
        throw new InvalidDataException("The compiled gazetteer is cut off.");
    }

    /// <summary>A count, then so many texts, each behind its length in bytes.</summary>
    public string[] Table()
    {
        var table = new string[Number()];
        for (var i = 0; i < table.Length; i++)
            table[i] = Encoding.UTF8.GetString(Bytes((int)Number()));
        return table;
    }
}
