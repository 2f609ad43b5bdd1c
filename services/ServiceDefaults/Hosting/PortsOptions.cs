using System.ComponentModel.DataAnnotations;

namespace Truceline.ServiceDefaults.Hosting;

/// <summary>Where the service listens; section <c>Ports</c>.</summary>
public sealed class PortsOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Ports";

    /// <summary>Address to listen on: <c>any</c> (default, all interfaces) or an IP address such as 127.0.0.1.</summary>
    [Required]
    public string Address { get; set; } = "any";

    /// <summary>Port for gRPC and transcoded REST, cleartext HTTP/2. Default 8081; [1, 65535].</summary>
    [Range(1, 65535)]
    public int Grpc { get; set; } = 8081;

    /// <summary>Port for probes and metrics, HTTP/1.1. Default 8082; [1, 65535].</summary>
    [Range(1, 65535)]
    public int Http { get; set; } = 8082;
}
