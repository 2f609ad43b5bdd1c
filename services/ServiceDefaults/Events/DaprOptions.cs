using System.ComponentModel.DataAnnotations;

namespace Truceline.ServiceDefaults.Events;

/// <summary>The Dapr sidecar; section <c>Dapr</c>. Dapr's own variables (DAPR_GRPC_PORT, DAPR_API_TOKEN, APP_API_TOKEN) fill what is left empty.</summary>
public sealed class DaprOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Dapr";

    /// <summary>Address of the sidecar's gRPC port. Default <c>http://127.0.0.1:{DAPR_GRPC_PORT}</c>, with port 50001 when that is not set.</summary>
    [Required, Url]
    public string GrpcEndpoint { get; set; } = "";

    /// <summary>Name of the pub/sub component. Default <c>pubsub</c>.</summary>
    [Required]
    public string PubSubName { get; set; } = "pubsub";

    /// <summary>Token that the sidecar asks of us; empty when it asks none. Default DAPR_API_TOKEN.</summary>
    public string ApiToken { get; set; } = "";

    /// <summary>Token that we ask of the sidecar; empty when we ask none. Default APP_API_TOKEN.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>Longest time for handing one event to the sidecar, in seconds. Default 5; [1, 60].</summary>
    [Range(1, 60)]
    public int PublishTimeoutSeconds { get; set; } = 5;

    /// <summary>How often the outbox is looked into for what other replicas saved, in milliseconds. Default 250; [20, 60,000].</summary>
    [Range(20, 60_000)]
    public int OutboxPollMilliseconds { get; set; } = 250;

    /// <summary>How many events are handed to the sidecar at the same time. With 1 they leave in the order in which they were made; no broker promises to
    /// keep it. Default 1, of Ingest 16; [1, 256].</summary>
    [Range(1, 256)]
    public int OutboxInFlight { get; set; } = 1;
}
