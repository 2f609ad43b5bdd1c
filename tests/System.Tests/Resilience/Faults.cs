namespace Truceline.SystemTests.Resilience;

/// <summary>Faults of the sidecar, as its <c>/faults</c> takes them.</summary>
internal static class Faults
{
    /// <summary>When the sidecar dies.</summary>
    internal static readonly string[] DeathPoints = ["BeforeDelivery", "AfterDelivery", "BeforeAppend", "AfterAppend"];

    /// <summary>Every message is delivered twice, and held back for a later one to overtake it.</summary>
    internal static readonly object TwiceAndOutOfOrder = new
    {
        Seed = 7,
        Rules = new object[] { new { Duplicate = 1.0, Reorder = 0.7, HoldBack = "00:00:00.8", PublishDuplicate = 0.5, FailAfter = 0.3 } },
    };

    /// <summary>The sidecar takes its time to take events, so that who publishes what another replica is publishing is caught at it.</summary>
    internal static readonly object SlowPublishing = new
    {
        Seed = 7,
        Rules = new object[] { new { PublishDelay = 1.0, MinDelay = "00:00:00.6", MaxDelay = "00:00:00.8" } },
    };

    /// <summary>Settings of a sidecar whose policy gives up within a second.</summary>
    internal static readonly IReadOnlyDictionary<string, string> GivesUpSoon = new Dictionary<string, string>
    {
        ["Sidecar__Retries__Count"] = "2",
        ["Sidecar__Retries__Delay"] = "00:00:00.2",
    };

    /// <summary>The sidecar dies at a point of an event's way, once.</summary>
    internal static object Death(string point) => new { Seed = 7, Rules = new object[] { new { Die = 1.0, DieAt = point } } };

    /// <summary>An app's deliveries of a topic fail, without end.</summary>
    internal static object Refusal(string app, string topic) => new
    {
        Seed = 7,
        Rules = new object[] { new { Apps = new[] { app }, Topics = new[] { topic }, Fail = 1.0, Times = 0 } },
    };
}
