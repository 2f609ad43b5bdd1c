using Truceline.Ingest.Stories.Differences;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Ingest.Stories.Revisions;

/// <summary>By what versions of one report are known.</summary>
/// <param name="Value">"sha256:…", the same for all versions.</param>
/// <param name="IsAddress">Whether it rests on the address alone: then a wholly different text is another report, not a later version.</param>
internal sealed record ChainKey(string Value, bool IsAddress)
{
    /// <summary>
    /// Who publishes it with the id that it was given there; without such an id the address of its page. Null when it has neither: then nothing is a version
    /// of it.
    /// </summary>
    internal static ChainKey? Of(Report report)
    {
        var publisher = new[] { report.Origin?.Outlet, report.Source, report.SourceId }.FirstOrDefault(p => !string.IsNullOrWhiteSpace(p)) ?? "";
        if (report.ExternalId.Length > 0)
        {
            // An id is good within its publisher only: "1" is nobody's own.
            var host = publisher.Length == 0 && Uri.TryCreate(report.Url, UriKind.Absolute, out var uri) ? uri.IdnHost : "";
            return new ChainKey(ContentHash.Of("id", PlainKey.Of(publisher).ToLowerInvariant(), host, report.ExternalId), IsAddress: false);
        }

        return CanonicalUrl.Of(report.Url) is { } url ? new ChainKey(ContentHash.Of("url", url), IsAddress: true) : null;
    }
}
