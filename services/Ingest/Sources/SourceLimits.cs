namespace Truceline.Ingest.Sources;

/// <summary>Longest values of a source's fields.</summary>
internal static class SourceLimits
{
    /// <summary>Longest address, in characters.</summary>
    internal const int LongestAddress = 2048;

    /// <summary>Longest name and outlet, in code points.</summary>
    internal const int LongestName = 200;

    /// <summary>Longest language tag and name of a format, in characters.</summary>
    internal const int LongestTag = 35;

    /// <summary>Longest cron expression, in characters.</summary>
    internal const int LongestCron = 200;

    /// <summary>Longest interval, in seconds: 31 days.</summary>
    internal const int LongestInterval = 2_678_400;
}
