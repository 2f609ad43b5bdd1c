using System.Diagnostics;

namespace Truceline.DevSidecar.FunctionalTests;

/// <summary>Waits for what happens in other threads and processes.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until the condition holds; fails with what was waited for, and what was seen last.</summary>
    public static async Task Holds(string expectation, Func<Task<(bool Holds, string Seen)>> probe)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var (holds, seen) = await probe();
            if (holds)
                return;
            if (clock.Elapsed > Patience)
                Assert.Fail($"Waited {Patience.TotalSeconds} s for: {expectation}. Last seen: {seen}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    public static Task Holds(string expectation, Func<bool> condition, Func<string>? seen = null) =>
        Holds(expectation, () => Task.FromResult((condition(), seen?.Invoke() ?? "not so")));
}
