using System.Globalization;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Maps.Crs;

namespace Truceline.GeoZone.Maps.Tiles;

/// <summary>A tile of the matrix set WebMercatorQuad.</summary>
/// <param name="Zoom">Level; at 0 one tile holds the world; [0, 22].</param>
/// <param name="Row">Counts from the north; [0, 2^zoom - 1].</param>
/// <param name="Column">Counts from the antimeridian eastwards; [0, 2^zoom - 1].</param>
internal readonly record struct TileAddress(int Zoom, int Row, int Column)
{
    /// <summary>Units along the side of a tile.</summary>
    public const int Extent = 4096;

    /// <summary>Units beyond its edges for which a tile holds features too, so that outlines and symbols are drawn whole.</summary>
    public const int Buffer = 64;

    /// <summary>Deepest level that is served.</summary>
    public const int DeepestZoom = 22;

    /// <summary>Reads an address; null when there is no such tile.</summary>
    public static TileAddress? Read(string? zoom, string? row, string? column)
    {
        if (!Number(zoom, out var z) || z > DeepestZoom || !Number(row, out var y) || !Number(column, out var x))
            return null;
        return y < 1 << z && x < 1 << z ? new(z, y, x) : null;
    }

    /// <summary>Units around the world at this level.</summary>
    public double WorldUnits => (double)Extent * (1 << Zoom);

    /// <summary>Units from the tile's north-western corner to the right.</summary>
    public double UnitsX(double longitude) => (longitude + 180) / 360 * WorldUnits - (double)Column * Extent;

    /// <summary>Units from the tile's north-western corner downwards.</summary>
    public double UnitsY(double latitude) => (0.5 - Mercator.Y(latitude) / (2 * Mercator.HalfWorldM)) * WorldUnits - (double)Row * Extent;

    /// <summary>What the tile holds with its buffer, in degrees; longitudes may pass the antimeridian.</summary>
    public Envelope Degrees => new(Longitude(-Buffer), Longitude(Extent + Buffer), Latitude(Extent + Buffer), Latitude(-Buffer));

    private static bool Number(string? text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private double Longitude(double unitsX) => (unitsX + (double)Column * Extent) / WorldUnits * 360 - 180;

    private double Latitude(double unitsY) => Mercator.Latitude((0.5 - (unitsY + (double)Row * Extent) / WorldUnits) * 2 * Mercator.HalfWorldM);
}
