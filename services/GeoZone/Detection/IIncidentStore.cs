using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.GeoZone.Detection;

/// <summary>Keeps incidents. Changes are saved with the unit of work that they belong to.</summary>
internal interface IIncidentStore
{
    Task<Incident?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Incidents under an agreement whose days overlap the given ones.</summary>
    Task<IReadOnlyList<Incident>> AroundAsync(string agreementId, DayRange days, CancellationToken cancellationToken);

    /// <summary>Stores an incident, new or in a new version.</summary>
    Task PutAsync(IncidentChange change, CancellationToken cancellationToken);

    /// <summary>A page of incidents, the latest changed first, one more than its size when there are more.</summary>
    /// <param name="agreementId">Only under this agreement; empty for all.</param>
    /// <param name="reportId">Only those that rest on this report; empty for all.</param>
    /// <param name="page">The page; its key is the time of the change and the id.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<Incident>> ListAsync(string agreementId, string reportId, PageRequest page, CancellationToken cancellationToken);
}
