using System.ComponentModel.DataAnnotations;

namespace Truceline.ServiceDefaults.Calls;

/// <summary>How this service calls others; section <c>Calls</c>.</summary>
public sealed class ServiceCallOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Calls";

    /// <summary>Longest time of a unary call that names no deadline, its retries included, in seconds. Default 10; [1, 300].</summary>
    [Range(1, 300)]
    public int DeadlineSeconds { get; set; } = 10;

    /// <summary>How often DNS is asked for the replicas behind a host name, in seconds. Default 5; [1, 300].</summary>
    [Range(1, 300)]
    public int DnsRefreshSeconds { get; set; } = 5;

    /// <summary>Longest time to reach a replica, in seconds. Default 5; [1, 60].</summary>
    [Range(1, 60)]
    public int ConnectTimeoutSeconds { get; set; } = 5;

    /// <summary>How often a call is made in all when replicas cannot be reached (UNAVAILABLE). Default 4; [2, 5].</summary>
    [Range(2, 5)]
    public int Attempts { get; set; } = 4;
}
