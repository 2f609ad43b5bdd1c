using System.ComponentModel.DataAnnotations;

namespace Truceline.ServiceDefaults.Leases;

/// <summary>Leases on what one replica of a service does for all; section <c>Leases</c>.</summary>
public sealed class LeaseOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Leases";

    /// <summary>
    /// How long a lease lasts, in seconds; its owner renews it three times in that while. After the sudden end of a replica nobody does its
    /// work for at most so long. The clocks of the replicas must not differ by more than a third of it. Default 6; [1, 300].
    /// </summary>
    [Range(1, 300)]
    public double DurationSeconds { get; set; } = 6;

    /// <summary>
    /// Name of this replica, different from every other's and the same after a restart, so that it takes up again at once what it did before.
    /// Default <c>{machine}:{gRPC port}</c>: in a cluster the machine is the pod.
    /// </summary>
    [Required, MaxLength(300)]
    public string Owner { get; set; } = "";
}
