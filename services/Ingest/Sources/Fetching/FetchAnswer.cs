using Truceline.Ingest.Sources.Polling;

namespace Truceline.Ingest.Sources.Fetching;

/// <summary>What the network answered to a fetch, redirects followed.</summary>
internal sealed record FetchAnswer
{
    /// <summary>Why there is no answer, or no body, that can be used (<see cref="FetchReasons"/>); empty when there is.</summary>
    internal string Reason { get; init; } = "";

    /// <summary>HTTP status of the last answer; 0 when there was none.</summary>
    internal int Status { get; init; }

    /// <summary>The address that was asked last.</summary>
    internal required Uri Address { get; init; }

    /// <summary>Where redirects for good lead from the source's address, without a break; the source's address when there were none.</summary>
    internal required Uri PermanentAddress { get; init; }

    /// <summary>Whether the request that was answered last carried validators.</summary>
    internal bool WasConditional { get; init; }

    /// <summary>The validators of the answer.</summary>
    internal Validators Validators { get; init; } = Validators.None;

    /// <summary>For how long the server calls its answer fresh; null when it does not say.</summary>
    internal TimeSpan? Freshness { get; init; }

    /// <summary>How long the server asks to be left alone; null when it does not say.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>Media type as declared; empty when none was.</summary>
    internal string MediaType { get; init; } = "";

    /// <summary>The body, decompressed; null but for status 200 and 203.</summary>
    internal byte[]? Body { get; init; }

    /// <summary>Length of the body as it came, in bytes.</summary>
    internal long WireBytes { get; init; }
}
