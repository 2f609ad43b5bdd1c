using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Truceline.Load;

/// <summary>What the disk and SQLite alone allow: the texts in one table by their hash, in WAL mode with <c>synchronous = FULL</c>, as Ingest has it.</summary>
internal static class PeerLoad
{
    private const int Group = 256;

    internal static int Run(LoadOptions options, CancellationToken stop)
    {
        using var texts = new LoadTexts(options.Characters, 0);
        foreach (var (name, size) in new[] { ("a commit for each report", 1), ($"{Group} reports in a commit", Group) })
        {
            var folder = Directory.CreateTempSubdirectory("truceline-load-").FullName;
            try
            {
                Write(Path.Combine(folder, "peer.db"), name, size, texts, options, stop);
            }
            finally
            {
                SqliteConnection.ClearAllPools();
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }

    private static void Write(string path, string name, int size, LoadTexts texts, LoadOptions options, CancellationToken stop)
    {
        using var db = new SqliteConnection($"Data Source={path}");
        db.Open();
        Execute(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE reports (id TEXT PRIMARY KEY, text TEXT NOT NULL)");
        using var insert = db.CreateCommand();
        insert.CommandText = "INSERT INTO reports VALUES ($id, $text)";
        var id = insert.Parameters.Add("$id", SqliteType.Text);
        var text = insert.Parameters.Add("$text", SqliteType.Text);
        var count = 0L;
        var cpu = CpuTime.Of(Environment.ProcessId);
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began).TotalSeconds < options.Seconds && !stop.IsCancellationRequested)
        {
            using var transaction = db.BeginTransaction();
            insert.Transaction = transaction;
            for (var i = 0; i < size; i++, count++)
            {
                text.Value = texts.Next().Text;
                id.Value = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes((string)text.Value)));
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        var used = CpuTime.Of(Environment.ProcessId) - cpu;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {count / seconds:F0} a second, {used.TotalMicroseconds / Math.Max(1, count):F0} µs of CPU a report"));
    }

    private static void Execute(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
