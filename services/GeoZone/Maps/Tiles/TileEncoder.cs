using Google.Protobuf;
using NetTopologySuite.Geometries;

namespace Truceline.GeoZone.Maps.Tiles;

/// <summary>Writes a tile in the Mapbox Vector Tile format, version 2.1: one layer; properties once each in its tables; the feature's id as the property <c>id</c>.</summary>
internal sealed class TileEncoder(string layer)
{
    private const int MoveTo = 1;
    private const int LineTo = 2;
    private const int ClosePath = 7;

    private readonly Dictionary<string, uint> _keys = [];
    private readonly Dictionary<object, uint> _values = [];
    private readonly List<byte[]> _features = [];

    /// <summary>Adds a feature.</summary>
    public void Add(string id, IReadOnlyList<KeyValuePair<string, object>> properties, TileShape shape)
    {
        var tags = new List<uint>();
        foreach (var (name, value) in properties.Prepend(new("id", id)))
        {
            tags.Add(Number(_keys, name));
            tags.Add(Number(_values, value));
        }
        _features.Add(Message(output =>
        {
            Packed(output, 2, tags);
            output.WriteTag(3, WireFormat.WireType.Varint);
            output.WriteEnum((int)shape.Kind);
            Packed(output, 4, Commands(shape));
        }));
    }

    /// <summary>The tile; no bytes at all when it has no feature.</summary>
    public byte[] Encode()
    {
        if (_features.Count == 0)
            return [];
        var body = Message(output =>
        {
            output.WriteTag(15, WireFormat.WireType.Varint);
            output.WriteUInt32(2);
            Text(output, 1, layer);
            foreach (var feature in _features)
                Bytes(output, 2, feature);
            foreach (var (key, _) in _keys.OrderBy(k => k.Value))
                Text(output, 3, key);
            foreach (var (value, _) in _values.OrderBy(v => v.Value))
                Bytes(output, 4, Message(inner => Value(inner, value)));
            output.WriteTag(5, WireFormat.WireType.Varint);
            output.WriteUInt32(TileAddress.Extent);
        });
        return Message(output => Bytes(output, 3, body));
    }

    private static List<uint> Commands(TileShape shape)
    {
        var commands = new List<uint>();
        var (x, y) = (0, 0);
        if (shape.Kind == TileShapeKind.Points)
        {
            commands.Add(Command(MoveTo, shape.Parts.Count));
            foreach (var part in shape.Parts)
                Step(part[0]);
            return commands;
        }
        var isArea = shape.Kind == TileShapeKind.Areas;
        foreach (var part in shape.Parts)
        {
            // A ring is closed by a command, not by its first point again.
            var points = isArea ? part.AsSpan(0, part.Length - 1) : part;
            commands.Add(Command(MoveTo, 1));
            Step(points[0]);
            commands.Add(Command(LineTo, points.Length - 1));
            foreach (var at in points[1..])
                Step(at);
            if (isArea)
                commands.Add(Command(ClosePath, 1));
        }
        return commands;

        void Step(Coordinate at)
        {
            var (toX, toY) = ((int)at.X, (int)at.Y);
            commands.Add(ZigZag(toX - x));
            commands.Add(ZigZag(toY - y));
            (x, y) = (toX, toY);
        }
    }

    private static uint Command(int command, int count) => (uint)((command & 7) | (count << 3));

    private static uint ZigZag(int value) => (uint)((value << 1) ^ (value >> 31));

    private static uint Number<T>(Dictionary<T, uint> table, T entry) where T : notnull
    {
        if (!table.TryGetValue(entry, out var number))
            table[entry] = number = (uint)table.Count;
        return number;
    }

    private static void Value(CodedOutputStream output, object value)
    {
        switch (value)
        {
            case bool truth:
                output.WriteTag(7, WireFormat.WireType.Varint);
                output.WriteBool(truth);
                break;
            case long whole:
                output.WriteTag(6, WireFormat.WireType.Varint);
                output.WriteSInt64(whole);
                break;
            case double number:
                output.WriteTag(3, WireFormat.WireType.Fixed64);
                output.WriteDouble(number);
                break;
            default:
                Text(output, 1, (string)value);
                break;
        }
    }

    private static void Packed(CodedOutputStream output, int field, List<uint> numbers) => Bytes(output, field, Message(inner =>
    {
        foreach (var number in numbers)
            inner.WriteUInt32(number);
    }));

    private static void Text(CodedOutputStream output, int field, string text)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(text);
    }

    private static void Bytes(CodedOutputStream output, int field, byte[] bytes)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(UnsafeByteOperations.UnsafeWrap(bytes));
    }

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var buffer = new MemoryStream();
        using (var output = new CodedOutputStream(buffer, leaveOpen: true))
            write(output);
        return buffer.ToArray();
    }
}
