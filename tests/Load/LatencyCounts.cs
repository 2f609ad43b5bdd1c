namespace Truceline.Load;

/// <summary>Counts times by a logarithmic scale of 2 % a step. Thread-safe.</summary>
internal sealed class LatencyCounts
{
    private const double Step = 1.02;
    private const double Least = 0.01;
    private const int Steps = 800;
    private long[] _counts = new long[Steps];

    internal void Add(double milliseconds) =>
        Interlocked.Increment(ref _counts[Math.Clamp((int)(Math.Log(Math.Max(milliseconds, Least) / Least) / Math.Log(Step)), 0, Steps - 1)]);

    internal void Reset() => Interlocked.Exchange(ref _counts, new long[Steps]);

    internal Snapshotted Snapshot() => new([.. _counts]);

    internal sealed record Snapshotted(long[] Counts)
    {
        internal long Count { get; } = Counts.Sum();

        /// <summary>The time within which a share of all was answered, in milliseconds.</summary>
        internal double Quantile(double share)
        {
            var left = share * Count;
            for (var i = 0; i < Counts.Length; i++)
            {
                left -= Counts[i];
                if (left <= 0)
                {
                    return Least * Math.Pow(Step, i + 1);
                }
            }

            return double.NaN;
        }
    }
}
