namespace Truceline.GeoZone.Geodesy;

/// <summary>A point or difference in a plane, in metres: x east, y north.</summary>
internal readonly record struct PlanePoint(double X, double Y)
{
    public double Squared => X * X + Y * Y;

    public PlanePoint Unit => Squared == 0 ? this : this * (1 / Math.Sqrt(Squared));

    public double Dot(PlanePoint other) => X * other.X + Y * other.Y;

    public double Cross(PlanePoint other) => X * other.Y - Y * other.X;

    public static PlanePoint operator +(PlanePoint a, PlanePoint b) => new(a.X + b.X, a.Y + b.Y);

    public static PlanePoint operator -(PlanePoint a, PlanePoint b) => new(a.X - b.X, a.Y - b.Y);

    public static PlanePoint operator *(PlanePoint a, double factor) => new(a.X * factor, a.Y * factor);
}

/// <summary>The azimuthal equidistant projection of the ellipsoid around a point: distances and directions from that point are true.</summary>
internal readonly struct EquidistantPlane(GeoPoint centre)
{
    public PlanePoint Project(GeoPoint point)
    {
        var path = Geodesic.Inverse(centre, point);
        var (sin, cos) = Math.SinCos(path.Azimuth);
        return new(path.DistanceM * sin, path.DistanceM * cos);
    }
}
