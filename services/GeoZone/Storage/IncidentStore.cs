using System.Globalization;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.GeoZone.Detection;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.GeoZone.Storage;

/// <summary>Incidents in the database.</summary>
internal sealed class IncidentStore(GeoZoneDbContext db) : IIncidentStore
{
    public async Task<Incident?> FindAsync(string id, CancellationToken cancellationToken) =>
        await db.Incidents.AsNoTracking().Where(i => i.Id == id).Select(i => i.Content).FirstOrDefaultAsync(cancellationToken) is { } content
            ? Incident.Parser.ParseFrom(content)
            : null;

    public async Task<IReadOnlyList<Incident>> AroundAsync(string agreementId, DayRange days, CancellationToken cancellationToken)
    {
        var (first, last) = (days.First.DayNumber, days.Last.DayNumber);
        var rows = await db.Incidents.AsNoTracking().Where(i => i.AgreementId == agreementId && i.FirstDay <= last && i.LastDay >= first)
            .OrderBy(i => i.Id).Select(i => i.Content).ToListAsync(cancellationToken);
        return rows.ConvertAll(Incident.Parser.ParseFrom);
    }

    public async Task PutAsync(IncidentChange change, CancellationToken cancellationToken)
    {
        var incident = change.Incident;
        var row = await db.Incidents.FirstOrDefaultAsync(i => i.Id == incident.Id, cancellationToken);
        var days = Happening.DaysOf(incident);
        if (row is null)
        {
            db.Incidents.Add(row = new()
            {
                Id = incident.Id,
                AgreementId = incident.AgreementId,
                Version = incident.Version,
                FirstDay = 0,
                LastDay = 0,
                UpdatedTime = default,
                Content = [],
            });
        }
        else
        {
            // The change was decided on the version before: another one that came between must be seen first.
            db.Entry(row).Property(i => i.Version).OriginalValue = incident.Version - 1;
        }
        (row.Version, row.Content, row.UpdatedTime) = (incident.Version, incident.ToByteArray(), incident.UpdatedTime.ToDateTimeOffset());
        (row.FirstDay, row.LastDay) = (days.First.DayNumber, days.Last.DayNumber);

        var known = await db.IncidentReports.Where(r => r.IncidentId == incident.Id).Select(r => r.ReportId).ToListAsync(cancellationToken);
        db.IncidentReports.AddRange(incident.Evidence.Select(e => e.Evidence.ReportId).Distinct().Except(known)
            .Select(report => new IncidentReportRow { IncidentId = incident.Id, ReportId = report }));
    }

    public async Task<IReadOnlyList<Incident>> ListAsync(string agreementId, string reportId, PageRequest page, CancellationToken cancellationToken)
    {
        var incidents = db.Incidents.AsNoTracking();
        if (agreementId.Length > 0)
            incidents = incidents.Where(i => i.AgreementId == agreementId);
        if (reportId.Length > 0)
            incidents = incidents.Where(i => db.IncidentReports.Any(r => r.IncidentId == i.Id && r.ReportId == reportId));
        if (!page.IsFirst && DateTimeOffset.TryParse(page.After[0], CultureInfo.InvariantCulture, out var time))
        {
            var id = page.After[1];
            incidents = incidents.Where(i => i.UpdatedTime < time || (i.UpdatedTime == time && string.Compare(i.Id, id) > 0));
        }
        var rows = await incidents.OrderByDescending(i => i.UpdatedTime).ThenBy(i => i.Id).Take(page.Size + 1).Select(i => i.Content)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(Incident.Parser.ParseFrom);
    }
}
