using Microsoft.EntityFrameworkCore;
using Truceline.Ingest.Stories.Revisions;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Storage;

/// <summary>The versions that the reports of a batch may belong to: those that are stored, and those of the batch itself. One for each batch.</summary>
internal sealed class VersionsInBatch(IngestDbContext db)
{
    private readonly Dictionary<string, List<KnownVersion>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _storyOfChain = new(StringComparer.Ordinal);

    /// <summary>Reads what is stored under the keys of the reports, and the texts that decide whether a page is still the same.</summary>
    internal async Task LoadAsync(IReadOnlyList<ArrivingReport> arriving, CancellationToken cancellationToken)
    {
        string[] keys = [.. arriving.Select(a => a.Traits.Chain?.Value).OfType<string>().Distinct()];
        if (keys.Length == 0)
        {
            return;
        }

        var rows = await db.StoryReports.AsNoTracking().Where(r => r.ChainKey != null && keys.Contains(r.ChainKey)).Select(r => new
        {
            r.ChainKey,
            r.StoryId,
            Version = new KnownVersion(r.ReportId, r.ChainId, r.Revision, r.Published, r.Updated, r.TextHash),
        }).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            Add(row.ChainKey!, row.Version);
            _storyOfChain[row.Version.ChainId] = row.StoryId;
        }

        var pages = arriving.Select(a => a.Traits.Chain).OfType<ChainKey>().Where(c => c.IsAddress).Select(c => c.Value).ToHashSet();
        string[] latest = [.. rows.Where(r => pages.Contains(r.ChainKey!)).GroupBy(r => r.Version.ChainId)
            .Select(chain => VersionOrder.Of(chain.Select(r => r.Version))[^1].ReportId)];
        foreach (var report in latest.Length == 0
            ? []
            : await db.Reports.AsNoTracking().Where(r => latest.Contains(r.Id)).Select(r => new { r.Id, r.Text }).ToListAsync(cancellationToken))
        {
            _texts[report.Id] = report.Text;
        }
    }

    /// <summary>Decides what a report is, and sets its chain and revision; the next one is compared with it, too.</summary>
    internal RevisionDecision Settle(ArrivingReport arriving)
    {
        var (report, traits, _) = arriving;
        var stored = traits.Chain is { } key && _byKey.TryGetValue(key.Value, out var versions) ? versions : [];
        var decision = RevisionDecision.Of(report, traits.Chain, traits.TextHash, stored, IsSamePage);
        if (decision.Kind == RevisionKind.Known)
        {
            return decision;
        }

        (report.ChainId, report.Revision, report.Revises) = (decision.Version.ChainId, decision.Version.Revision, decision.Revises);
        if (traits.Chain is not null)
        {
            Add(traits.Chain.Value, decision.Version);
            _texts[report.Id] = report.Text;
        }

        return decision;

        bool IsSamePage(KnownVersion version) => SamePage.Is(_texts.GetValueOrDefault(version.ReportId, ""), report.Text);
    }

    /// <summary>The story of the versions that came before; null when there are none.</summary>
    internal string? StoryOf(string chainId) => _storyOfChain.GetValueOrDefault(chainId);

    /// <summary>Notes the story of a report.</summary>
    internal void Put(Report report) => _storyOfChain[report.ChainId] = report.StoryId;

    private void Add(string key, KnownVersion version)
    {
        if (!_byKey.TryGetValue(key, out var versions))
        {
            _byKey[key] = versions = [];
        }

        versions.Add(version);
    }
}
