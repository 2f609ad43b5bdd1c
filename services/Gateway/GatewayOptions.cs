using System.ComponentModel.DataAnnotations;
using Truceline.ServiceDefaults.Calls;

namespace Truceline.Gateway;

/// <summary>Where the gateway listens and what stands behind it; section <c>Gateway</c>.</summary>
internal sealed class GatewayOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Gateway";

    /// <summary>Address of the public and the health port: <c>any</c> (default, all interfaces) or <c>loopback</c>.</summary>
    [RegularExpression("any|loopback")]
    public string Address { get; set; } = "any";

    /// <summary>The one public port: TLS with ALPN, so that HTTP/1.1, HTTP/2, gRPC, gRPC-Web and streams share it. Default 8443; [1, 65535].</summary>
    [Range(1, 65535)]
    public int PublicPort { get; set; } = 8443;

    /// <summary>Cleartext HTTP/1.1 port on the loopback interface for curl and the browser on one machine. Default 0, which is none; [0, 65535].</summary>
    [Range(0, 65535)]
    public int LocalPort { get; set; }

    /// <summary>Port for probes and metrics, HTTP/1.1; nothing else is served there and they nowhere else. Default 8082; [1, 65535].</summary>
    [Range(1, 65535)]
    public int HealthPort { get; set; } = 8082;

    /// <summary>PEM file with the certificate of the public port and its chain. Required.</summary>
    [Required]
    public string CertificatePath { get; set; } = "";

    /// <summary>PEM file with its private key, not encrypted. Required.</summary>
    [Required]
    public string CertificateKeyPath { get; set; } = "";

    /// <summary>Addresses of the services' gRPC ports.</summary>
    [Required]
    public ServiceSettings Services { get; set; } = new();

    /// <summary>Whether the operator's calls (<c>truceline.operations.v1</c>: dead letters; Ingest's refused items) are forwarded. Whoever reaches the gateway can then use
    /// them, so its network must be closed to all others. Default false.</summary>
    public bool ExposeOperations { get; set; }

    /// <summary>How often DNS is asked for the replicas behind a host name, in seconds. Default 5; [1, 300].</summary>
    [Range(1, 300)]
    public int DnsRefreshSeconds { get; set; } = 5;

    /// <summary>How long a replica that could not be reached is left out, in seconds. Default 10; [1, 300].</summary>
    [Range(1, 300)]
    public int DeadReplicaSeconds { get; set; } = 10;

    /// <summary>Longest request body, in bytes, but for uploads and clients' streams, which the services bound. Default 4 MiB; [1 KiB, 64 MiB].</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public long LongestRequest { get; set; } = 4 * 1024 * 1024;

    /// <summary>Longest time of a unary call, in seconds; after it the caller gets 504. Default 35, above the services' own bound of 30; [1, 600].</summary>
    [Range(1, 600)]
    public int CallTimeoutSeconds { get; set; } = 35;

    /// <summary>Longest time to reach a service, in seconds. Default 5; [1, 60].</summary>
    [Range(1, 60)]
    public int ConnectTimeoutSeconds { get; set; } = 5;

    /// <summary>Longest silence of a service in the midst of a call or stream, in seconds. Default 60; [16, 600], above the streams' heartbeat.</summary>
    [Range(16, 600)]
    public int IdleTimeoutSeconds { get; set; } = 60;

    /// <summary>What no single setting shows.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Services.Errors().Select(e => new ValidationResult(e));
}

/// <summary>
/// Addresses of the services' gRPC ports (h2c): of each one or more, separated by commas. A host name stands for every address that DNS gives
/// for it, e.g. <c>http://truceline-ingest:8081</c> for all replicas behind a headless service.
/// </summary>
internal sealed class ServiceSettings
{
    /// <summary>Ingest. Default <c>http://truceline-ingest:8081</c>.</summary>
    public string Ingest { get; set; } = "http://truceline-ingest:8081";

    /// <summary>Entity. Default <c>http://truceline-entity:8081</c>.</summary>
    public string Entity { get; set; } = "http://truceline-entity:8081";

    /// <summary>GeoZone. Default <c>http://truceline-geozone:8081</c>.</summary>
    public string GeoZone { get; set; } = "http://truceline-geozone:8081";

    /// <summary>Notification. Default <c>http://truceline-notification:8081</c>.</summary>
    public string Notification { get; set; } = "http://truceline-notification:8081";

    /// <summary>All of them, by app id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Uri>> ById() =>
        Settings.ToDictionary(s => s.Name.ToLowerInvariant(), s => ServiceAddresses.Parse(NameOf(s.Name), s.Value));

    /// <summary>What is wrong with them, each error naming its setting.</summary>
    public IEnumerable<string> Errors() => Settings.Select(s => ServiceAddresses.ErrorOf(NameOf(s.Name), s.Value)).OfType<string>();

    private (string Name, string Value)[] Settings =>
        [(nameof(Ingest), Ingest), (nameof(Entity), Entity), (nameof(GeoZone), GeoZone), (nameof(Notification), Notification)];

    private static string NameOf(string service) => $"{GatewayOptions.Section}:{nameof(GatewayOptions.Services)}:{service}";
}
