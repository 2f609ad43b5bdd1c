using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.GeoZone.Agreements;

/// <summary>That an agreement was stored.</summary>
/// <param name="Previous">Its content until then; null when it is new.</param>
internal sealed record AgreementChange(Agreement? Previous);

/// <summary>Keeps agreements. Changes are saved with the unit of work that they belong to.</summary>
internal interface IAgreementStore
{
    /// <summary>The agreement, ready for questions; null when there is none with this id. It may be out of a cache, see <see cref="ForgetAsync"/>.</summary>
    Task<PreparedAgreement?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Makes every replica's <see cref="FindAsync"/> give the new content. To be called after the commit that stored it.</summary>
    Task ForgetAsync(string id);

    /// <summary>The agreement with its zones as the transaction that is open has them, past every cache; null when there is none with this id.</summary>
    Task<PreparedAgreement?> ReadAsync(string id, CancellationToken cancellationToken);

    /// <summary>All agreements as they are in the database, by id.</summary>
    Task<IReadOnlyList<PreparedAgreement>> AllAsync(CancellationToken cancellationToken);

    /// <summary>A page of agreements by id, one more than its size when there are more.</summary>
    Task<IReadOnlyList<Agreement>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stores the agreement, in place of another content under its id.</summary>
    /// <returns>What it took the place of; null when the same content was stored before.</returns>
    Task<AgreementChange?> PutAsync(Agreement agreement, CancellationToken cancellationToken);
}
