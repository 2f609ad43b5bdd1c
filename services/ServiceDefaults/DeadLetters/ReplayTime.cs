using Truceline.ServiceDefaults.Deadlines;

namespace Truceline.ServiceDefaults.DeadLetters;

/// <summary>How long a replay may take. Pure.</summary>
internal static class ReplayTime
{
    private const double Share = 0.8;

    /// <summary>Four fifths of what the call has left, the longest time of a unary call at most: the rest is for answering. Not negative.</summary>
    /// <param name="now">The present, UTC.</param>
    /// <param name="deadline">The caller's deadline, UTC; <see cref="DateTime.MaxValue"/> when there is none.</param>
    internal static TimeSpan Of(DateTimeOffset now, DateTime deadline)
    {
        var left = deadline == DateTime.MaxValue ? UnaryTimeoutMiddleware.Longest : deadline - now.UtcDateTime;
        left = left < UnaryTimeoutMiddleware.Longest ? left : UnaryTimeoutMiddleware.Longest;
        return left > TimeSpan.Zero ? left * Share : TimeSpan.Zero;
    }
}
