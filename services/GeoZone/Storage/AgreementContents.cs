using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Storage;

/// <summary>Agreements as the database has them.</summary>
internal sealed class AgreementContents(GeoZoneDbContext db) : IAgreementContents
{
    public async Task<IReadOnlyList<AgreementVersion>> VersionsAsync(CancellationToken cancellationToken) =>
        (await db.Agreements.AsNoTracking().OrderBy(a => a.Id).Select(a => new { a.Id, a.ContentHash, a.ZonesRevision }).ToListAsync(cancellationToken))
        .ConvertAll(a => new AgreementVersion(a.Id, Stamp(a.ContentHash, a.ZonesRevision)));

    public async Task<(AgreementVersion Version, Agreement Agreement)?> ReadAsync(string id, CancellationToken cancellationToken) =>
        await db.Agreements.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.ContentHash, a.ZonesRevision, a.Content }).FirstOrDefaultAsync(cancellationToken) is { } row
            ? (new(id, Stamp(row.ContentHash, row.ZonesRevision)), Agreement.Parser.ParseFrom(row.Content))
            : null;

    private static string Stamp(string hash, long revision) => string.Create(CultureInfo.InvariantCulture, $"{hash}@{revision}");
}
