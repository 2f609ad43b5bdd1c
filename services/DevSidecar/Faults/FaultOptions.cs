using System.ComponentModel.DataAnnotations;

namespace Truceline.DevSidecar.Faults;

/// <summary>
/// What goes wrong on purpose: section <c>Sidecar:Faults</c>, and the JSON of <c>/faults</c>. The same seed and rules give the same faults for
/// the same events, whatever runs at once. Default: no rules, nothing goes wrong.
/// </summary>
internal sealed class FaultOptions
{
    /// <summary>Any number; another one spoils other events. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>At most 100. Of rules that do the same to one event the first one counts.</summary>
    [MaxLength(100)]
    public List<FaultRule> Rules { get; init; } = [];
}

/// <summary>When the process ends by a <see cref="FaultRule.Die"/>.</summary>
internal enum DeathPoint
{
    /// <summary>Before an event is handed to its app.</summary>
    BeforeDelivery,

    /// <summary>After the app handled it, before it is acknowledged.</summary>
    AfterDelivery,

    /// <summary>When an app publishes, before the event is stored.</summary>
    BeforeAppend,

    /// <summary>When an app publishes, after the event is stored and before the app is told.</summary>
    AfterAppend,
}

/// <summary>
/// Probabilities are from 0 (never, the default) to 1 (always). <see cref="Fail"/>, <see cref="FailAfter"/>, <see cref="Die"/>,
/// <see cref="PublishFail"/> and <see cref="PublishFailAfter"/> are of an event being chosen at all; the others are of each attempt.
/// </summary>
internal sealed class FaultRule
{
    /// <summary>Names of topics, or beginnings of names followed by <c>*</c>. Empty (default): all.</summary>
    public List<string> Topics { get; init; } = [];

    /// <summary>Ids of the apps that receive or publish. Empty (default): all.</summary>
    public List<string> Apps { get; init; } = [];

    /// <summary>
    /// How many attempts of one chosen event fail, and how often the process dies by this rule at all, restarts included (by one event it dies
    /// once at most). Range 0 (no limit) to 1000, default 1.
    /// </summary>
    [Range(0, 1000)]
    public int Times { get; init; } = 1;

    /// <summary>Delivered twice, after one another or at once; the outcome is that of the first.</summary>
    [Range(0.0, 1.0)]
    public double Duplicate { get; init; }

    /// <summary>Held back until a later message of the same app and topic was handled, at most <see cref="HoldBack"/>.</summary>
    [Range(0.0, 1.0)]
    public double Reorder { get; init; }

    /// <summary>
    /// The longest that <see cref="Reorder"/> holds; each event gets between half of it and all. Range 1 ms to 10 min, default 2 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan HoldBack { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Delivered later, by a time between <see cref="MinDelay"/> and <see cref="MaxDelay"/>.</summary>
    [Range(0.0, 1.0)]
    public double Delay { get; init; }

    /// <summary>Shortest delay. Range 0 to 10 min, default 100 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan MinDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Longest delay, not less than the shortest. Range 0 to 10 min, default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The attempt fails and the app is not called.</summary>
    [Range(0.0, 1.0)]
    public double Fail { get; init; }

    /// <summary>The app handled the event, and its answer is lost: it gets the event again.</summary>
    [Range(0.0, 1.0)]
    public double FailAfter { get; init; }

    /// <summary>The attempt hangs until the processing timeout, which leaves no time for another one.</summary>
    [Range(0.0, 1.0)]
    public double Stall { get; init; }

    /// <summary>The process ends as if killed, at <see cref="DieAt"/>.</summary>
    [Range(0.0, 1.0)]
    public double Die { get; init; }

    /// <summary>Needed with <see cref="Die"/>.</summary>
    [EnumDataType(typeof(DeathPoint))]
    public DeathPoint? DieAt { get; init; }

    /// <summary>The publisher gets UNAVAILABLE and nothing is stored.</summary>
    [Range(0.0, 1.0)]
    public double PublishFail { get; init; }

    /// <summary>The event is stored and the publisher gets UNAVAILABLE all the same: it publishes the event again.</summary>
    [Range(0.0, 1.0)]
    public double PublishFailAfter { get; init; }

    /// <summary>Stored later, by a time between <see cref="MinDelay"/> and <see cref="MaxDelay"/>; the publisher waits.</summary>
    [Range(0.0, 1.0)]
    public double PublishDelay { get; init; }

    /// <summary>Stored twice.</summary>
    [Range(0.0, 1.0)]
    public double PublishDuplicate { get; init; }
}
