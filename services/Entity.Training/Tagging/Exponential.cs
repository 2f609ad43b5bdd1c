namespace Truceline.Entity.Training.Tagging;

/// <summary>e^x by plain arithmetic: the libraries of different machines differ in the last bit, and a trained model must not.</summary>
internal static class Exponential
{
    private const double Log2OfE = 1.4426950408889634;
    private const double Ln2 = 0.6931471805599453;

    /// <summary>e^x to about 1e-9 relative; 0 below -80, cut off above 80.</summary>
    public static float Of(float x)
    {
        if (x < -80)
            return 0;
        double value = Math.Min(x, 80f);
        var power = Math.Floor((value * Log2OfE) + 0.5);
        var r = value - (power * Ln2);
        var sum = 1 + (r * (1 + (r * (0.5 + (r * ((1.0 / 6) + (r * ((1.0 / 24) + (r * ((1.0 / 120) + (r * ((1.0 / 720) + (r / 5040)))))))))))));
        return (float)(sum * BitConverter.Int64BitsToDouble(((long)power + 1023) << 52));
    }
}
