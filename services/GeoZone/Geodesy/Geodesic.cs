namespace Truceline.GeoZone.Geodesy;

/// <summary>A shortest path on the ellipsoid.</summary>
/// <param name="DistanceM">Its length, in metres.</param>
/// <param name="Azimuth">Its direction where it starts, in radians east of north.</param>
internal readonly record struct GeodesicPath(double DistanceM, double Azimuth);

/// <summary>
/// Geodesics on WGS 84, to less than a millimetre for any two points.
/// Source: C. F. F. Karney, "Algorithms for geodesics", Journal of Geodesy 87 (2013). The azimuth of the inverse problem is
/// found by approximate Newton steps inside a bracket that halves when they fail, so that it converges for antipodal points too.
/// </summary>
internal static class Geodesic
{
    private const double Degree = Math.PI / 180;
    private const int NewtonSteps = 20;
    private const int AllSteps = 200;

    /// <summary>The shortest path from one point to another. Between antipodes, one of the many.</summary>
    public static GeodesicPath Inverse(GeoPoint from, GeoPoint to)
    {
        // Turned, mirrored and swapped so that -90 <= lat1 <= 0, lat1 <= lat2 <= -lat1 and 0 <= lon12 <= 180.
        var lon12 = GeoPoint.Wrap(to.Longitude - from.Longitude);
        var east = lon12 >= 0 ? 1 : -1;
        lon12 = Math.Abs(lon12);
        var (lat1, lat2) = (from.Latitude, to.Latitude);
        var swapped = Math.Abs(lat1) < Math.Abs(lat2);
        if (swapped)
            (lat1, lat2, east) = (lat2, lat1, -east);
        var south = lat1 < 0 ? 1 : -1;
        var arc = Solve(Reduce(lat1 * south), Reduce(lat2 * south), lon12 * Degree);

        var (sin, cos) = swapped ? (arc.SinAlpha2, arc.CosAlpha2) : (arc.SinAlpha1, arc.CosAlpha1);
        var turn = swapped ? -1 : 1;
        return new(arc.DistanceM, Math.Atan2(sin * turn * east, cos * turn * south));
    }

    /// <summary>The point that lies a distance away in a direction.</summary>
    /// <param name="from">Where to start.</param>
    /// <param name="azimuth">Direction, in radians east of north.</param>
    /// <param name="distanceM">Distance, in metres.</param>
    public static GeoPoint Direct(GeoPoint from, double azimuth, double distanceM)
    {
        var (sinBeta1, cosBeta1) = Reduce(from.Latitude);
        var (sinAlpha1, cosAlpha1) = Math.SinCos(azimuth);
        var sinAlpha0 = sinAlpha1 * cosBeta1;
        var cosAlpha0 = double.Hypot(cosAlpha1, sinAlpha1 * sinBeta1);
        var (sinSigma1, cosSigma1) = Unit(sinBeta1, cosAlpha1 * cosBeta1);
        var series = new GeodesicSeries(cosAlpha0);
        var start = series.B1(sinSigma1, cosSigma1);
        var goal = distanceM / (Wgs84.B * series.A1);
        var sigma1 = Math.Atan2(sinSigma1, cosSigma1);
        var arc = goal;
        // The periodic part is of the order of the flattening: each round gains two to three digits.
        for (var i = 0; i < 12; i++)
        {
            var (sin, cos) = Math.SinCos(sigma1 + arc);
            arc = goal - series.B1(sin, cos) + start;
        }
        var (sinSigma2, cosSigma2) = Math.SinCos(sigma1 + arc);
        var sinBeta2 = cosAlpha0 * sinSigma2;
        var cosBeta2 = double.Hypot(sinAlpha0, cosAlpha0 * cosSigma2);
        var omega = Math.Atan2(sinAlpha0 * sinSigma2, cosSigma2) - Math.Atan2(sinAlpha0 * sinSigma1, cosSigma1);
        var lambda = omega - sinAlpha0 * series.LongitudeCorrection(arc, sinSigma1, cosSigma1, sinSigma2, cosSigma2);
        return new(Math.Atan2(sinBeta2, (1 - Wgs84.F) * cosBeta2) / Degree, GeoPoint.Wrap(from.Longitude + lambda / Degree));
    }

    private static Arc Solve((double Sin, double Cos) beta1, (double Sin, double Cos) beta2, double lambda)
    {
        // On the equator the geodesic is the equator itself, until it is shorter to leave it.
        if (beta1.Sin == 0 && lambda <= (1 - Wgs84.F) * Math.PI)
            return new(1, 0, 1, 0, Wgs84.A * lambda);
        if (beta1.Sin == 0)
            beta1.Sin = -1e-200;
        if (lambda == 0)
            return Arc.Leaving(beta1, beta2, -Math.PI / 2);

        // The unknown is the azimuth at the first point less a right angle: near zero it keeps all its digits.
        double low = -Math.PI / 2, high = Math.PI / 2;
        var turn = FirstGuess(beta1, beta2, lambda);
        var arc = Arc.Leaving(beta1, beta2, turn);
        for (var i = 0; i < AllSteps; i++)
        {
            var error = arc.Lambda - lambda;
            if (Math.Abs(error) < 1e-16)
                break;
            if (error > 0)
                high = turn;
            else
                low = turn;
            var next = turn - error / arc.Slope;
            if (i >= NewtonSteps || !(next > low && next < high))
                next = (low + high) / 2;
            if (next == turn)
                break;
            turn = next;
            arc = Arc.Leaving(beta1, beta2, turn);
        }
        return arc;
    }

    private static double FirstGuess((double Sin, double Cos) beta1, (double Sin, double Cos) beta2, double lambda)
    {
        var (sin, cos) = Math.SinCos(lambda);
        // -tan of the turn is cot of the great circle's azimuth, written so that nearby points keep their digits.
        var half = Math.Sin(lambda / 2);
        var north = beta2.Sin * beta1.Cos - beta2.Cos * beta1.Sin + 2 * beta2.Cos * beta1.Sin * half * half;
        var east = beta2.Cos * sin;
        return cos < -0.99 && east == 0 ? 0 : Math.Atan2(-north, east);
    }

    private static (double Sin, double Cos) Reduce(double latitude)
    {
        // Exact at the poles, where the cosine of 90 degrees would not be.
        if (Math.Abs(latitude) >= 90)
            return (Math.Sign(latitude), 1e-200);
        var (sin, cos) = Math.SinCos(latitude * Degree);
        return Unit((1 - Wgs84.F) * sin, cos);
    }

    private static (double Sin, double Cos) Unit(double sin, double cos)
    {
        var length = double.Hypot(sin, cos);
        return (sin / length, cos / length);
    }

    /// <summary>A geodesic from the first point to the second point's latitude.</summary>
    private readonly record struct Arc(double SinAlpha1, double CosAlpha1, double SinAlpha2, double CosAlpha2, double DistanceM)
    {
        /// <summary>The longitude that it spans, in radians.</summary>
        public double Lambda { get; private init; }

        /// <summary>About how fast that grows with the azimuth: the sphere's value, off by the order of the flattening.</summary>
        public double Slope { get; private init; }

        public static Arc Leaving((double Sin, double Cos) beta1, (double Sin, double Cos) beta2, double turn)
        {
            var (sinTurn, cosTurn) = Math.SinCos(turn);
            var (sin1, cos1) = (Math.Abs(turn) == Math.PI / 2 ? 0 : cosTurn, -sinTurn);
            var sinAlpha0 = sin1 * beta1.Cos;
            var cosAlpha0 = double.Hypot(cos1, sin1 * beta1.Sin);
            var sameParallel = beta1.Cos == beta2.Cos;
            var sin2 = sameParallel ? sin1 : sinAlpha0 / beta2.Cos;
            var cos2 = sameParallel && Math.Abs(beta2.Sin) == -beta1.Sin ? Math.Abs(cos1) : CosAtSecond(cos1, beta1, beta2);

            var (sinSigma1, cosSigma1) = Unit(beta1.Sin, cos1 * beta1.Cos);
            var (sinSigma2, cosSigma2) = Unit(beta2.Sin, cos2 * beta2.Cos);
            var sinSigma = Math.Max(0, cosSigma1 * sinSigma2 - sinSigma1 * cosSigma2);
            var sigma = Math.Atan2(sinSigma, cosSigma1 * cosSigma2 + sinSigma1 * sinSigma2);
            var (sinOmega1, cosOmega1) = Unit(sinAlpha0 * beta1.Sin, cos1 * beta1.Cos);
            var (sinOmega2, cosOmega2) = Unit(sinAlpha0 * beta2.Sin, cos2 * beta2.Cos);
            var omega = Math.Atan2(Math.Max(0, cosOmega1 * sinOmega2 - sinOmega1 * cosOmega2), cosOmega1 * cosOmega2 + sinOmega1 * sinOmega2);

            var series = new GeodesicSeries(cosAlpha0);
            var length = series.A1 * (sigma + series.B1(sinSigma2, cosSigma2) - series.B1(sinSigma1, cosSigma1));
            return new(sin1, cos1, sin2, cos2, Wgs84.B * length)
            {
                Lambda = omega - sinAlpha0 * series.LongitudeCorrection(sigma, sinSigma1, cosSigma1, sinSigma2, cosSigma2),
                Slope = cos2 == 0 ? -2 / beta1.Sin : sinSigma / (cos2 * beta2.Cos),
            };
        }

        private static double CosAtSecond(double cos1, (double Sin, double Cos) beta1, (double Sin, double Cos) beta2)
        {
            // Whichever form of cos²β2 - cos²β1 loses fewer digits.
            var difference = beta1.Cos < -beta1.Sin
                ? (beta2.Cos - beta1.Cos) * (beta1.Cos + beta2.Cos)
                : (beta1.Sin - beta2.Sin) * (beta1.Sin + beta2.Sin);
            return Math.Sqrt(Math.Max(0, cos1 * beta1.Cos * (cos1 * beta1.Cos) + difference)) / beta2.Cos;
        }
    }
}
