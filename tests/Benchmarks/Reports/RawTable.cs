using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Truceline.Benchmarks.Reports;

/// <summary>What storing costs at the least: each text in one row of one table under its hash, a commit for each, on the same disk with the same settings.</summary>
internal static class RawTable
{
    /// <summary>Processor time for all of them, milliseconds.</summary>
    public static double Write(string folder, IReadOnlyList<string> texts)
    {
        using var db = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")};Pooling=False");
        db.Open();
        using var set = db.CreateCommand();
        set.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS texts (id TEXT PRIMARY KEY, text TEXT NOT NULL)";
        set.ExecuteNonQuery();
        using var insert = db.CreateCommand();
        insert.CommandText = "INSERT OR REPLACE INTO texts VALUES ($id, $text)";
        var (id, value) = (insert.Parameters.Add("$id", SqliteType.Text), insert.Parameters.Add("$text", SqliteType.Text));
        var cpu = Environment.CpuUsage.TotalTime;
        foreach (var text in texts)
        {
            (id.Value, value.Value) = (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), text);
            insert.ExecuteNonQuery();
        }
        return (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds;
    }
}
