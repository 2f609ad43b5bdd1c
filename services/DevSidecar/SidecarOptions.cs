using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Truceline.DevSidecar.Faults;

namespace Truceline.DevSidecar;

/// <summary>Settings of the process, bound from the section <c>Sidecar</c>.</summary>
internal sealed class SidecarOptions
{
    public const string Section = "Sidecar";

    /// <summary>
    /// The apps that are served, one gRPC port each. At least one. Entries with the same app id are replicas of one app: they publish under
    /// the same id and share one consumer group.
    /// </summary>
    [Required]
    [MinLength(1)]
    [ValidateEnumeratedItems]
    public List<AppOptions> Apps { get; init; } = [];

    /// <summary>Directory of the stream store; made when missing. One process at a time. Default: <c>devsidecar</c> under the current directory.</summary>
    [Required]
    public string DataPath { get; init; } = "devsidecar";

    /// <summary>HTTP/1.1 port for probes and the status report. Range 1 to 65535, default 3501.</summary>
    [Range(1, 65535)]
    public int AdminPort { get; init; } = 3501;

    /// <summary>Name of the one pub/sub component; a call that names another is refused. Default <c>pubsub</c>.</summary>
    [Required]
    public string PubSubName { get; init; } = "pubsub";

    /// <summary>What apps must send as <c>dapr-api-token</c>. Default: none, nothing is checked.</summary>
    public string? ApiToken { get; init; }

    /// <summary>What is sent to apps as <c>dapr-api-token</c>. Default: none.</summary>
    public string? AppToken { get; init; }

    /// <summary>Deliveries that run at once for one replica of an app, over all its topics. Range 1 to 1000, default 10.</summary>
    [Range(1, 1000)]
    public int Concurrency { get; init; } = 10;

    /// <summary>Messages taken from the streams but not yet running, for one replica of an app. Range 1 to 10000, default 100.</summary>
    [Range(1, 10_000)]
    public int QueueDepth { get; init; } = 100;

    /// <summary>Time for one message, all its retries included. Range 100 ms to 1 h, default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan ProcessingTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long running deliveries may go on after a request to stop. Range 0 to 5 min, default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Newest messages of a topic that are kept although every group has acknowledged them: what a new group can still read.
    /// Range 0 to 10 million, default 10000. A topic without a group counts as acknowledged.
    /// </summary>
    [Range(0, 10_000_000)]
    public int MaxStreamLength { get; init; } = 10_000;

    /// <summary>Pause between two trims of the streams. Range 100 ms to 1 day, default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan TrimInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The inbound resiliency policy. Default: none, the first failure is final.</summary>
    [Required]
    [ValidateObjectMembers]
    public RetryOptions Retries { get; init; } = new();

    /// <summary>What goes wrong on purpose. Default: nothing.</summary>
    [Required]
    public FaultOptions Faults { get; init; } = new();
}

/// <summary>One app, or one replica of it, and the port at which it finds "its" sidecar.</summary>
internal sealed class AppOptions
{
    /// <summary>Dapr app id: the source of what it publishes and the name of its consumer group. Replicas share it.</summary>
    [Required]
    public string AppId { get; init; } = "";

    /// <summary>The port on 127.0.0.1 that serves the Dapr gRPC API to this app. Range 1 to 65535, unique.</summary>
    [Range(1, 65535)]
    public int DaprGrpcPort { get; init; }

    /// <summary>
    /// The port on 127.0.0.1 where the app serves AppCallback (h2c). Range 1 to 65535; each replica its own. Leave out for an app that only
    /// publishes.
    /// </summary>
    [Range(1, 65535)]
    public int? AppPort { get; init; }

    /// <summary>The same as a URL, when the app is not on 127.0.0.1. Not together with <see cref="AppPort"/>.</summary>
    public Uri? AppAddress { get; init; }

    /// <summary>Where events go, or null when the app receives none.</summary>
    public Uri? CallbackAddress => AppAddress ?? (AppPort is { } port ? new Uri($"http://127.0.0.1:{port}") : null);
}

/// <summary>How the pauses between attempts grow.</summary>
internal enum RetryGrowth
{
    Constant,
    Exponential,
}

/// <summary>Retries of a delivery that failed; they share <see cref="SidecarOptions.ProcessingTimeout"/>.</summary>
internal sealed class RetryOptions
{
    /// <summary>Attempts after the first. Range 0 (none, the default) to 1000.</summary>
    [Range(0, 1000)]
    public int Count { get; init; }

    /// <summary><c>Constant</c> (default) or <c>Exponential</c>: each pause 1.5 times the one before.</summary>
    public RetryGrowth Growth { get; init; } = RetryGrowth.Constant;

    /// <summary>The first pause. Range 0 to 1 h, default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause. Range 0 to 1 h, default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(60);
}
