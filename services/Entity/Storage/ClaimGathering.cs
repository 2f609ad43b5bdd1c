using Truceline.Entity.V1;
using Truceline.Events.V1;

namespace Truceline.Entity.Storage;

/// <summary>Gathers and ties the claims of a report with those of others.</summary>
internal sealed class ClaimGathering(HappeningWriter happenings, ClaimLinkWriter links)
{
    /// <summary>Does so anew, inside the turn.</summary>
    /// <param name="claims">The claims that count, with what their ids mean now; their rows are tracked.</param>
    /// <param name="envelope">What is told of the report.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task WriteAsync(IReadOnlyList<Claim> claims, ClaimsExtracted envelope, CancellationToken cancellationToken)
    {
        var origin = HappeningWriter.OriginOf(envelope, envelope.StoryId);
        await happenings.WriteAsync(envelope.ReportId, claims, origin, cancellationToken);
        await links.WriteAsync(envelope.ReportId, claims, origin, cancellationToken);
    }
}
