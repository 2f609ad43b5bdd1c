using System.Data.Common;

namespace Truceline.ServiceDefaults.Storage;

/// <summary>What went wrong with the database. Pure.</summary>
public static class StorageFailures
{
    /// <summary>Whether the database is away or was too busy, so that the same may succeed later.</summary>
    public static bool IsTransient(Exception exception)
    {
        // EF Core wraps what the provider throws, sometimes more than once.
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is DbException { IsTransient: true } or Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 5 or 6 })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a row was stored under the same key meanwhile, so that the same finds it when it is tried again.</summary>
    public static bool IsDuplicate(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            // 19 with 1555 or 2067 is a key that is taken (SQLite); 23505 the same of PostgreSQL.
            if (e is DbException { SqlState: "23505" } or Microsoft.Data.Sqlite.SqliteException { SqliteExtendedErrorCode: 1555 or 2067 })
            {
                return true;
            }
        }

        return false;
    }
}
