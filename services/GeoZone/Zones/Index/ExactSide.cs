namespace Truceline.GeoZone.Zones.Index;

/// <summary>
/// On which side of a straight edge a point lies, without rounding error: a filtered determinant and, where the filter cannot tell, its exact
/// value as a sum of doubles. Source: J. R. Shewchuk, "Adaptive precision floating-point arithmetic and fast robust geometric predicates" (1997).
/// </summary>
internal static class ExactSide
{
    private const double Epsilon = 1.1102230246251565e-16;
    private const double Bound = (3 + 16 * Epsilon) * Epsilon;

    /// <summary>+1 on the left of one who goes from a to b, -1 on the right, 0 on the line.</summary>
    public static int Of(double ax, double ay, double bx, double by, double px, double py)
    {
        var left = (ax - px) * (by - py);
        var right = (ay - py) * (bx - px);
        var det = left - right;
        var error = Bound * (Math.Abs(left) + Math.Abs(right));
        return det > error ? 1 : -det > error ? -1 : Exact(ax, ay, bx, by, px, py);
    }

    /// <summary>
    /// Never 0: the point is taken as moved north by an infinitesimal, and east by one far smaller. All points being moved alike, paths between
    /// them cross edges properly or not at all.
    /// </summary>
    public static bool IsLeft(double ax, double ay, double bx, double by, double px, double py)
    {
        var side = Of(ax, ay, bx, by, px, py);
        return side != 0 ? side > 0 : bx != ax ? bx > ax : by < ay;
    }

    /// <summary>Whether a point lies on the edge, its ends included.</summary>
    public static bool IsOn(double ax, double ay, double bx, double by, double px, double py) =>
        px >= Math.Min(ax, bx) && px <= Math.Max(ax, bx) && py >= Math.Min(ay, by) && py <= Math.Max(ay, by) && Of(ax, ay, bx, by, px, py) == 0;

    private static int Exact(double ax, double ay, double bx, double by, double px, double py)
    {
        // ax by - ax py - px by - ay bx + ay px + py bx: each product is a sum of two doubles, kept as an expansion without overlaps.
        Span<double> sum = stackalloc double[12];
        var count = 0;
        AddProduct(sum, ref count, ax, by);
        AddProduct(sum, ref count, -ax, py);
        AddProduct(sum, ref count, -px, by);
        AddProduct(sum, ref count, -ay, bx);
        AddProduct(sum, ref count, ay, px);
        AddProduct(sum, ref count, py, bx);
        for (var i = count - 1; i >= 0; i--)
        {
            if (sum[i] != 0)
                return Math.Sign(sum[i]);
        }
        return 0;
    }

    private static void AddProduct(Span<double> sum, ref int count, double a, double b)
    {
        var high = a * b;
        Grow(sum, ref count, Math.FusedMultiplyAdd(a, b, -high));
        Grow(sum, ref count, high);
    }

    private static void Grow(Span<double> sum, ref int count, double value)
    {
        for (var i = 0; i < count; i++)
        {
            var total = value + sum[i];
            var part = total - value;
            sum[i] = value - (total - part) + (sum[i] - part);
            value = total;
        }
        sum[count++] = value;
    }
}
