using System.Runtime.CompilerServices;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>
/// The cells of the index. Longitude and latitude are 40-bit numbers; a cell is given by its south-western corner and the number of bits below it. The
/// 256 x 256 cells of the top have 32; each has 4 x 4 children. In a cell a point has 15 bits a coordinate, and edges are kept a little beyond its borders,
/// so that a point that rounding put into the neighbour is decided all the same.
/// </summary>
internal static class CellGrid
{
    /// <summary>Bits of the whole globe, of a cell of the top grid, and of the smallest (2.4 m of longitude at the equator).</summary>
    public const int WorldBits = 40, TopBits = 32, SmallestBits = 16;

    /// <summary>Cells of the top grid along one side.</summary>
    public const int TopSide = 1 << (WorldBits - TopBits);

    /// <summary>Units of a cell's side, and those by which edges are kept beyond it.</summary>
    public const int Units = 1 << UnitBits, Margin = 4;

    /// <summary>What the corner of a cell has as a coordinate in it.</summary>
    public const int Origin = 16;

    private const int UnitBits = 15;
    private const long Last = (1L << WorldBits) - 1;
    private const double XPerDegree = (1L << WorldBits) / 360.0;
    private const double YPerDegree = (1L << WorldBits) / 180.0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long X(double longitude) => Fix((longitude + 180) * XPerDegree);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Y(double latitude) => Fix((latitude + 90) * YPerDegree);

    // What is no number becomes the first.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Fix(double units) => double.ConvertToIntegerNative<long>(double.MinNative(double.MaxNative(units, 0), Last));

    /// <summary>Degrees of a cell's western border.</summary>
    public static double Longitude(long x) => x * (360.0 / (1L << WorldBits)) - 180;

    /// <summary>Degrees of a cell's southern border.</summary>
    public static double Latitude(long y) => y * (180.0 / (1L << WorldBits)) - 90;

    /// <summary>Degrees of longitude of a unit of a cell of so many bits.</summary>
    public static double UnitLongitude(int bits) => (1L << bits) * (360.0 / (1L << WorldBits) / Units);

    /// <summary>Degrees of latitude of such a unit.</summary>
    public static double UnitLatitude(int bits) => (1L << bits) * (180.0 / (1L << WorldBits) / Units);

    /// <summary>A coordinate within the cell of so many bits that holds it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Within(long coordinate, int bits) => (int)((coordinate >> (bits - UnitBits)) & (Units - 1)) + Origin;
}

/// <summary>A cell with the box, in degrees, to which its edges are clipped.</summary>
internal readonly struct Cell
{
    public Cell(long x, long y, int bits)
    {
        (X, Y, Bits) = (x, y, bits);
        var unitX = 360.0 / (1L << (CellGrid.WorldBits - bits)) / CellGrid.Units;
        var unitY = 180.0 / (1L << (CellGrid.WorldBits - bits)) / CellGrid.Units;
        (CornerX, CornerY) = (CellGrid.Longitude(x), CellGrid.Latitude(y + (1L << bits)));
        West = CornerX - CellGrid.Margin * unitX;
        North = CornerY + CellGrid.Margin * unitY;
        East = CornerX + (CellGrid.Units + CellGrid.Margin) * unitX;
        South = CornerY - (CellGrid.Units + CellGrid.Margin) * unitY;
        (_perX, _perY) = (1 / unitX, 1 / unitY);
        _south = CellGrid.Latitude(y);
    }

    private readonly double _perX, _perY, _south;

    public long X { get; }

    public long Y { get; }

    public int Bits { get; }

    /// <summary>The north-western corner of the cell itself: where the exact test of a point starts.</summary>
    public double CornerX { get; }

    public double CornerY { get; }

    public double West { get; }

    public double South { get; }

    public double East { get; }

    public double North { get; }

    public bool Holds(double west, double south, double east, double north) => west > West && south > South && east < East && north < North;

    /// <summary>One of its 4 x 4 children: columns from the west, rows from the south.</summary>
    public Cell Child(int column, int row) => new(X + ((long)column << (Bits - 2)), Y + ((long)row << (Bits - 2)), Bits - 2);

    public uint QuantiseX(double longitude) => Quantise((longitude - CornerX) * _perX);

    public uint QuantiseY(double latitude) => Quantise((latitude - _south) * _perY);

    private static uint Quantise(double units) =>
        (uint)(Math.Clamp((int)Math.Round(units), -CellGrid.Margin, CellGrid.Units + CellGrid.Margin) + CellGrid.Origin);
}
