namespace Truceline.DevSidecar.Faults;

/// <summary>How the second copy of a delivery goes out.</summary>
internal enum CopyTiming
{
    /// <summary>After the first was answered.</summary>
    After,

    /// <summary>Together with it.</summary>
    AtOnce,
}

/// <summary>A rule by which the process may end now.</summary>
/// <param name="Key">Names the rule over restarts: the same text for the same rule at the same place under the same seed.</param>
/// <param name="Times">How often in all; 0: no limit.</param>
internal sealed record DeathSentence(string Key, int Times);

/// <summary>What is done to one attempt of delivery, in this order; null and false: nothing.</summary>
internal sealed record DeliveryFaults(
    IReadOnlyList<DeathSentence> DieBefore, TimeSpan? HoldBack, TimeSpan? Delay, bool Stall, bool Fail, CopyTiming? Duplicate,
    IReadOnlyList<DeathSentence> DieAfter, bool FailAfter);

/// <summary>What is done to one event when it is published, in this order; null and false: nothing.</summary>
internal sealed record PublishFaults(
    TimeSpan? Delay, IReadOnlyList<DeathSentence> DieBefore, bool Fail, bool Duplicate, IReadOnlyList<DeathSentence> DieAfter, bool FailAfter);
