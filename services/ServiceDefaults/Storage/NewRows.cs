using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Truceline.ServiceDefaults.Storage;

/// <summary>
/// Rows that a unit of work adds, for services that add them by the thousand. On SQLite each table's statement is prepared once and run for each of its rows: EF Core would track
/// every row and write, parse and plan a statement for it, which costs more than the row. On PostgreSQL, where statements are sent together, they are saved as any
/// others; so they are where an interceptor wants to see what is saved. Listeners of the diagnostic source <see cref="DiagnosticName"/> hear of rows that
/// EF Core does not: <see cref="NewRowsAdding"/>. Not thread-safe; one for each scope.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="interceptors">Those of them that are signals hear of the rows after the commit.</param>
public sealed class NewRows(ServiceDbContext db, IEnumerable<IInterceptor> interceptors)
{
    /// <summary>Name of the diagnostic source.</summary>
    public const string DiagnosticName = "Truceline.Storage";

    private static readonly DiagnosticListener Diagnostics = new(DiagnosticName);

    private readonly List<object> _rows = [];

    /// <summary>Notes a row to be added. It must not be changed any more.</summary>
    /// <param name="row">A row of one of the database's tables.</param>
    public void Add(object row) => _rows.Add(row);

    /// <summary>Saves what the database tracks, adds the rows in their order, and commits: the transaction that is open, else one of its own.</summary>
    /// <exception cref="DbUpdateException">A row could not be stored; the transaction is still open, with nothing committed.</exception>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        var isPrepared = db.Database.IsSqlite() && !interceptors.Any(LooksAtWhatIsTracked);
        if (!isPrepared)
        {
            db.AddRange(_rows);
        }
        else if (_rows.Count > 0 && db.Database.CurrentTransaction is null)
        {
            await db.Database.BeginTransactionAsync(cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (isPrepared)
        {
            Insert(cancellationToken);
        }

        _rows.Clear();
        if (db.Database.CurrentTransaction is { } transaction)
        {
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private static bool LooksAtWhatIsTracked(IInterceptor interceptor) =>
        interceptor is ISaveChangesInterceptor and not INewRowsSignal and not SqliteWriteTurns;

    private void Insert(CancellationToken cancellationToken)
    {
        if (_rows.Count == 0)
        {
            return;
        }

        if (Diagnostics.IsEnabled(nameof(NewRowsAdding)))
        {
            Diagnostics.Write(nameof(NewRowsAdding), new NewRowsAdding(db, _rows));
        }

        using var inserts = new SqliteInserts((SqliteConnection)db.Database.GetDbConnection(), db.Model);
        foreach (var row in _rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                inserts.Insert(row);
            }
            catch (SqliteException exception)
            {
                throw new DbUpdateException($"A row of {row.GetType().Name} could not be added.", exception);
            }
        }

        foreach (var signal in interceptors.OfType<INewRowsSignal>())
        {
            signal.Note(db, _rows);
        }
    }
}

/// <summary>Rows are about to be added past the change tracker, in the context's transaction.</summary>
/// <param name="Context">The context.</param>
/// <param name="Rows">The rows, of whatever kind.</param>
public sealed record NewRowsAdding(DbContext Context, IReadOnlyList<object> Rows);
