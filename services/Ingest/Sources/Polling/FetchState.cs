namespace Truceline.Ingest.Sources.Polling;

/// <summary>What the fetches of a source left for the next one. Immutable.</summary>
internal sealed record FetchState
{
    /// <summary>What tells the server which version is here.</summary>
    internal Validators Validators { get; init; } = Validators.None;

    /// <summary>Content hash of the last body that was taken in; empty when there was none.</summary>
    internal string BodyHash { get; init; } = "";

    /// <summary>Failures since the last success.</summary>
    internal int ConsecutiveFailures { get; init; }

    /// <summary>Reason of the last failure; empty when there was none since the last success.</summary>
    internal string LastError { get; init; } = "";

    /// <summary>When it was last found well; null when never.</summary>
    internal DateTimeOffset? LastSuccess { get; init; }

    /// <summary>When it was last looked at; null when never.</summary>
    internal DateTimeOffset? LastAttempt { get; init; }

    /// <summary>When it is looked at next; null when it is not.</summary>
    internal DateTimeOffset? NextDue { get; init; }

    /// <summary>Whether its server said that it is gone for good.</summary>
    internal bool IsGone { get; init; }
}

/// <summary>What a server gave to recognise a version by (RFC 9110, section 8.8), as it wrote it.</summary>
/// <param name="ETag">One or more entity tags, weak or strong; empty when it gave none.</param>
/// <param name="LastModified">Its date; empty when it gave none.</param>
/// <param name="Address">The address that gave them: they mean nothing to any other.</param>
internal sealed record Validators(string ETag, string LastModified, string Address)
{
    /// <summary>Longest entity tags that are kept, in characters.</summary>
    internal const int LongestETag = 1000;

    /// <summary>Longest date that is kept, in characters.</summary>
    internal const int LongestDate = 100;

    /// <summary>No version is here.</summary>
    internal static readonly Validators None = new("", "", "");

    /// <summary>Whether there are any.</summary>
    internal bool Any => ETag.Length > 0 || LastModified.Length > 0;

    /// <summary>What is sent as If-None-Match to an address; null when nothing is.</summary>
    internal string? IfNoneMatch(Uri address) => ETag.Length > 0 && IsFor(address) ? WithPlainTag(ETag) : null;

    /// <summary>What is sent as If-Modified-Since to an address; null when nothing is.</summary>
    internal string? IfModifiedSince(Uri address) => LastModified.Length > 0 && IsFor(address) ? LastModified : null;

    /// <summary>What is known after an answer that may not repeat everything, as a 304 need not.</summary>
    internal Validators UpdatedBy(Validators answer) => answer with
    {
        ETag = answer.ETag.Length > 0 ? answer.ETag : ETag,
        LastModified = answer.LastModified.Length > 0 ? answer.LastModified : LastModified,
    };

    private bool IsFor(Uri address) => Address == address.AbsoluteUri;

    // Apache's mod_deflate marks the tag of a compressed answer and does not know the marked one again (its bug 45023): the unmarked goes with it.
    private static string WithPlainTag(string tag) =>
        tag.EndsWith("-gzip\"", StringComparison.Ordinal) && !tag.Contains(',', StringComparison.Ordinal) ? $"{tag}, {tag[..^6]}\"" : tag;
}
