using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.Entity.V1;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Erasure;

namespace Truceline.GeoZone.Storage;

/// <summary>Erases the words of reports in rows, inside a transaction that was begun.</summary>
internal sealed class ErasedRows(GeoZoneDbContext db)
{
    private const int PageSize = 500;

    /// <summary>Erases in everything that rests on the reports.</summary>
    internal async Task EraseAsync(IReadOnlySet<string> reports, ErasedWords words, CancellationToken cancellationToken)
    {
        var names = await EraseClaimsAsync(reports, words, cancellationToken);
        foreach (var row in await db.Incidents.Where(i => db.IncidentReports.Any(r => r.IncidentId == i.Id && reports.Contains(r.ReportId))).ToListAsync(cancellationToken))
        {
            var incident = Incident.Parser.ParseFrom(row.Content);
            var actors = incident.ReportedActors.Where(a => !names.Contains(a)).ToList();
            words.EraseIn(incident);

            // What other reports say of the doers stays.
            incident.ReportedActors.Clear();
            incident.ReportedActors.Add(actors);
            row.Content = incident.ToByteArray();
        }

        foreach (var row in await db.ObligationStates.ToListAsync(cancellationToken))
        {
            if (ReportIds.AnyIn(row.Content, reports))
            {
                var state = ObligationState.Parser.ParseFrom(row.Content);
                words.EraseIn(state);
                row.Content = state.ToByteArray();
            }
        }
    }

    /// <summary>Erases in claims.</summary>
    /// <returns>Names that were erased.</returns>
    private async Task<IReadOnlySet<string>> EraseClaimsAsync(IReadOnlySet<string> reports, ErasedWords words, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var after = ""; ;)
        {
            var page = await db.Claims.AsNoTracking().Where(c => string.Compare(c.Id, after) > 0).OrderBy(c => c.Id).Take(PageSize).ToListAsync(cancellationToken);
            foreach (var row in page.Where(r => ReportIds.AnyIn(r.Content, reports)))
            {
                var claim = Claim.Parser.ParseFrom(row.Content);
                var before = NamesOf(claim);
                words.EraseIn(claim);
                var erased = before.Except(NamesOf(claim)).ToHashSet(StringComparer.OrdinalIgnoreCase);
                names.UnionWith(erased);
                string[] origins = [.. ((string[])[row.Origin, row.Cited, row.OriginKey, row.Agency])
                    .Select(o => erased.Contains(o) ? ErasedWords.HashOf(o) : words.OriginOf(claim.Evidence.ReportId, o))];
                var (content, origin, cited, key, agency) = (claim.ToByteArray(), origins[0], origins[1], origins[2], origins[3]);
                await db.Claims.Where(c => c.Id == row.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(c => c.Content, content).SetProperty(c => c.Origin, origin).SetProperty(c => c.Cited, cited)
                        .SetProperty(c => c.OriginKey, key).SetProperty(c => c.Agency, agency),
                    cancellationToken);
            }

            if (page.Count < PageSize)
            {
                return names;
            }

            after = page[^1].Id;
        }
    }

    private static IReadOnlyList<string> NamesOf(Claim claim) => [.. claim.Actors.Append(claim.Speaker).Append(claim.Source).OfType<Participant>().Select(a => a.Name).Where(n => n.Length > 0)];
}
