using Truceline.Ingest.Stories.Revisions;
using Truceline.Ingest.Stories.Signatures;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Stories;

/// <summary>What a report is compared by. It takes time to make, and is made before the report waits to be stored.</summary>
/// <param name="Signature">By what copies find each other.</param>
/// <param name="Chain">By what versions find each other; null when nothing can be a version of it.</param>
/// <param name="TextHash">What makes two versions the same; empty without a chain.</param>
internal sealed record ReportTraits(StorySignature Signature, ChainKey? Chain, string TextHash)
{
    /// <summary>The traits of a report.</summary>
    internal static ReportTraits Of(Report report)
    {
        var chain = ChainKey.Of(report);
        return new(StorySignature.Of(report), chain, chain is null ? "" : VersionText.HashOf(report));
    }
}
