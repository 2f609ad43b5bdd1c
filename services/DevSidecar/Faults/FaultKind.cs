namespace Truceline.DevSidecar.Faults;

/// <summary>What can be done to an event; each is a probability of <see cref="FaultRule"/>.</summary>
internal enum FaultKind
{
    Duplicate,
    Reorder,
    Delay,
    Fail,
    FailAfter,
    Stall,
    Die,
    PublishFail,
    PublishFailAfter,
    PublishDelay,
    PublishDuplicate,
}
