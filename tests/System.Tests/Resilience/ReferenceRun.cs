using Truceline.Notification.V1;

namespace Truceline.SystemTests.Resilience;

/// <summary>What the stories give on a system that nothing disturbs; run once for all tests.</summary>
internal static class ReferenceRun
{
    /// <summary>How many stories it has.</summary>
    internal const int Stories = 8;

    private static readonly Lazy<Task<IReadOnlyList<IReadOnlyList<string>>>> Run = new(RunAsync);

    /// <summary>What the first stories give, handed in one after another: see <see cref="SignatureOf"/>. Sorted.</summary>
    internal static async Task<IReadOnlyList<string>> AlertsOfAsync(int stories) =>
        (await Run.Value)[stories - 1];

    /// <summary>What an alert says, without the ids and instants that differ from system to system.</summary>
    internal static string SignatureOf(Alert alert) => $"{alert.Subject} {alert.MessageType} {alert.Class}: {alert.Headline}";

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> RunAsync()
    {
        await using var system = await PathSystem.StartAloneAsync(new PathSettings(StoreKind.Embedded));
        var after = new List<IReadOnlyList<string>>();
        for (var story = 0; story < Stories; story++)
        {
            var before = after.Count == 0 ? 0 : after[^1].Count;
            await system.SendAsync(story);
            await system.QuietAsync();
            after.Add([.. (await system.AlertsAsync()).Select(SignatureOf).Order(StringComparer.Ordinal)]);
            Assert.True(after[^1].Count - before >= 3, $"Story {story} gives incidents, states of terms and claims.");
        }

        return after;
    }
}
