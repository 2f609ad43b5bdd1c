using Google.Protobuf;
using NetTopologySuite.Geometries;

namespace Truceline.GeoZone.FunctionalTests.Maps;

/// <summary>Rings of a tile in its own units, read by the format's description alone: neither mended nor turned, as a decoder would.</summary>
internal static class RawTile
{
    /// <summary>The rings of each polygon feature, without the first point again at the end.</summary>
    public static List<List<List<Coordinate>>> Rings(byte[] tile)
    {
        var features = new List<List<List<Coordinate>>>();
        foreach (var layer in Fields(tile).Where(f => f.Number == 3))
        {
            foreach (var feature in Fields(layer.Bytes).Where(f => f.Number == 2))
            {
                var fields = Fields(feature.Bytes);
                if (fields.Single(f => f.Number == 3).Value == 3)
                    features.Add(Read(fields.Single(f => f.Number == 4).Bytes));
            }
        }
        return features;
    }

    private static List<List<Coordinate>> Read(byte[] packed)
    {
        var input = new CodedInputStream(packed);
        var rings = new List<List<Coordinate>>();
        var (x, y) = (0, 0);
        while (!input.IsAtEnd)
        {
            var command = input.ReadUInt32();
            var count = command >> 3;
            switch (command & 7)
            {
                case 1:
                    rings.Add([]);
                    goto case 2;
                case 2:
                    for (var i = 0; i < count; i++)
                    {
                        (x, y) = (x + input.ReadSInt32(), y + input.ReadSInt32());
                        rings[^1].Add(new(x, y));
                    }
                    break;
                case 7:
                    break;
                default:
                    throw new FormatException($"There is no command {command & 7}.");
            }
        }
        return rings;
    }

    private static List<(int Number, byte[] Bytes, ulong Value)> Fields(byte[] message)
    {
        var input = new CodedInputStream(message);
        var fields = new List<(int, byte[], ulong)>();
        while (input.ReadTag() is var tag and not 0)
        {
            fields.Add(WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited
                ? (WireFormat.GetTagFieldNumber(tag), input.ReadBytes().ToByteArray(), 0)
                : (WireFormat.GetTagFieldNumber(tag), [], input.ReadUInt64()));
        }
        return fields;
    }
}
