using System.ComponentModel.DataAnnotations;

namespace Truceline.Notification;

/// <summary>Settings of the service; section <c>Notification</c>.</summary>
internal sealed class NotificationOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Notification";

    /// <summary>Whether webhooks may go to private, loopback and link-local addresses. Default false: on a shared network it lets a subscriber
    /// reach what only the service can.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>How many subscriptions there may be. Default 1,000; [1, 100,000].</summary>
    [Range(1, 100_000)]
    public int MaxSubscriptions { get; set; } = 1000;

    /// <summary>Longest time of one attempt at a webhook, from resolving its name to its answer, in seconds. Default 10; [1, 60].</summary>
    [Range(1, 60)]
    public int AttemptTimeoutSeconds { get; set; } = 10;

    /// <summary>How many subscriptions are delivered to at the same time; each has one attempt under way. Default 16; [1, 256].</summary>
    [Range(1, 256)]
    public int MaxConcurrentDeliveries { get; set; } = 16;

    /// <summary>Longest pause before the second attempt, in seconds; it doubles with each one after. Default 5; [0.01, 3600].</summary>
    [Range(0.01, 3600)]
    public double RetryBaseSeconds { get; set; } = 5;

    /// <summary>Longest pause between attempts, in seconds, also when the receiver asks for a longer one. Default 3600; [1, 86400].</summary>
    [Range(1, 86400)]
    public double RetryLongestSeconds { get; set; } = 3600;

    /// <summary>Attempts after which a delivery is given up. Default 20; [1, 100].</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 20;

    /// <summary>Hours after the alert after which no attempt is made any more. Default 24; [1, 168].</summary>
    [Range(1, 168)]
    public int GiveUpAfterHours { get; set; } = 24;

    /// <summary>How often the database is asked for what is due when nothing wakes the service, in milliseconds. Default 1,000; [20, 60,000].</summary>
    [Range(20, 60_000)]
    public int PollIntervalMilliseconds { get; set; } = 1000;

    /// <summary>How many live streams there may be. Default 500; [1, 10,000].</summary>
    [Range(1, 10_000)]
    public int MaxStreams { get; set; } = 500;

    /// <summary>How many items wait for one subscriber of a stream. Default 256; [1, 10,000].</summary>
    [Range(1, 10_000)]
    public int StreamBuffer { get; set; } = 256;

    /// <summary>How long a subscriber of a stream whose buffer is full may take nothing before the stream ends, in seconds. Default 10; [1, 60].</summary>
    [Range(1, 60)]
    public int StreamStallSeconds { get; set; } = 10;

    /// <summary>Longest silence on a stream, in seconds. Default 10; [1, 15].</summary>
    [Range(1, 15)]
    public int HeartbeatSeconds { get; set; } = 10;

    /// <summary>How long alerts and their deliveries are kept, in days; streams resume and lists reach no further back. Default 90; [1, 3650].</summary>
    [Range(1, 3650)]
    public int RetentionDays { get; set; } = 90;
}
