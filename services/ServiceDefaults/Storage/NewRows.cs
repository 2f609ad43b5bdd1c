using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Truceline.ServiceDefaults.Storage;

/// <summary>
/// Rows that a unit of work adds, for services that add them by the thousand. On SQLite each table's statement is prepared once and run for each of its rows: EF Core would track
/// every row and write, parse and plan a statement for it, which costs more than the row. On PostgreSQL, where statements are sent together, they are saved as any
/// others. Not thread-safe; one for each scope.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="interceptors">Those of them that are signals hear of the rows after the commit.</param>
public sealed class NewRows(ServiceDbContext db, IEnumerable<IInterceptor> interceptors)
{
    private readonly List<object> _rows = [];

    /// <summary>Notes a row to be added. It must not be changed any more.</summary>
    /// <param name="row">A row of one of the database's tables.</param>
    public void Add(object row) => _rows.Add(row);

    /// <summary>Saves what the database tracks, adds the rows in their order, and commits: the transaction that is open, else one of its own.</summary>
    /// <exception cref="DbUpdateException">A row could not be stored; the transaction is still open, with nothing committed.</exception>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        var isSqlite = db.Database.IsSqlite();
        if (!isSqlite)
        {
            db.AddRange(_rows);
        }
        else if (_rows.Count > 0 && db.Database.CurrentTransaction is null)
        {
            await db.Database.BeginTransactionAsync(cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (isSqlite)
        {
            Insert(cancellationToken);
        }

        _rows.Clear();
        if (db.Database.CurrentTransaction is { } transaction)
        {
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private void Insert(CancellationToken cancellationToken)
    {
        if (_rows.Count == 0)
        {
            return;
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
