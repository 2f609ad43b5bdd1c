namespace Truceline.Benchmarks.Zones;

/// <summary>Hands out the numbers of questions to callers that ask side by side.</summary>
internal sealed class Claims(int count)
{
    private int _next = -1;

    /// <summary>The next question; null when all are taken.</summary>
    public int? Next() => Interlocked.Increment(ref _next) is var i && i < count ? i : null;
}

/// <summary>Asks with several callers at once.</summary>
internal static class Callers
{
    public static async Task<int[][]> RunAsync(int callers, int count, int[][] answers, Func<Claims, Task> ask)
    {
        var claims = new Claims(count);
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() => ask(claims))));
        return answers;
    }
}
