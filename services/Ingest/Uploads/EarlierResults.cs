using Truceline.Ingest.Positions;
using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Uploads;

/// <summary>
/// After a cut some items are stored whose results are not. They come as known, though this very upload brought them; their results say so as if nothing
/// had happened.
/// </summary>
internal sealed class EarlierResults(IServiceScopeFactory scopes)
{
    /// <summary>Mends the result of an item that was stored before the cut.</summary>
    /// <param name="result">The result; changed.</param>
    /// <param name="documentId">The document that is taken in.</param>
    /// <param name="since">When the upload was created.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Whether the next one may have been stored before the cut, too: items are stored in their order.</returns>
    internal async Task<bool> MendAsync(ItemResult result, string documentId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (result.Outcome != ItemOutcome.AlreadyKnown)
        {
            return result.Outcome == ItemOutcome.Rejected;
        }

        await using var scope = scopes.CreateAsyncScope();
        var stored = result.ReportId.Length > 0 ? await ReportAsync(scope, result.ReportId, cancellationToken)
            : result.PositionId.Length > 0 ? await PositionAsync(scope, result.PositionId, cancellationToken)
            : null;
        if (stored is var (from, path, received, outcome) && from == documentId && path == result.ItemPath && received >= since)
        {
            result.Outcome = outcome;
        }

        return true;
    }

    private static async Task<Stored?> ReportAsync(AsyncServiceScope scope, string id, CancellationToken cancellationToken) =>
        await scope.ServiceProvider.GetRequiredService<IReportStore>().FindAsync(id, cancellationToken) is { } report
            ? new Stored(report.DocumentId, report.ItemPath, report.ReceivedTime.ToDateTimeOffset(),
                report.Revision > 1 ? ItemOutcome.Revised : ItemOutcome.Accepted)
            : null;

    private static async Task<Stored?> PositionAsync(AsyncServiceScope scope, string id, CancellationToken cancellationToken) =>
        await scope.ServiceProvider.GetRequiredService<IPositionStore>().FindAsync(id, cancellationToken) is { } position
            ? new Stored(position.DocumentId, position.ItemPath, position.ReceivedTime.ToDateTimeOffset(), ItemOutcome.Accepted)
            : null;

    private sealed record Stored(string DocumentId, string ItemPath, DateTimeOffset Received, ItemOutcome Outcome);
}
