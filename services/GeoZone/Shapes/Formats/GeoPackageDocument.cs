using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using SQLitePCL;
using Truceline.GeoZone.Shapes.Validity;

namespace Truceline.GeoZone.Shapes.Formats;

/// <summary>GeoPackage (OGC 12-128r18), feature tables in WGS 84. Read from memory; the file of a document from elsewhere never touches the disk.</summary>
internal static class GeoPackageDocument
{
    private const int MostFeatures = 100_000;
    private const int ReadOnlyFlag = 4;

    public static ShapeDocument Read(byte[] document, ReadingMode mode)
    {
        var (features, issues) = (new List<ShapeFeature>(), new IssueList());
        var pinned = GCHandle.Alloc(document, GCHandleType.Pinned);
        try
        {
            using var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
            connection.Open();
            if (raw.sqlite3_deserialize(connection.Handle, "main", pinned.AddrOfPinnedObject(), document.LongLength, document.LongLength, ReadOnlyFlag) != raw.SQLITE_OK)
                return NotOne();
            foreach (var (table, column, system) in Tables(connection))
            {
                if (system != 4326)
                    issues.Add(new(table, "UNKNOWN_REFERENCE_SYSTEM", $"Its reference system is {system}; only 4326 (WGS 84) is read.", IssueWeight.Fatal));
                else
                    Rows(connection, table, column, features, issues);
            }
        }
        // A database whose tables are broken, or hold values of other types than a GeoPackage's.
        catch (Exception wrong) when (wrong is SqliteException or InvalidOperationException or InvalidCastException or FormatException or OverflowException)
        {
            return NotOne();
        }
        finally
        {
            pinned.Free();
        }
        return ShapeReading.Finish(features, issues, mode);
    }

    public static byte[] Write(IReadOnlyList<ShapeFeature> features)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
            {
                connection.Open();
                Execute(connection, GeoPackageSchema.Sql);
                using var transaction = connection.BeginTransaction();
                foreach (var feature in features)
                    Insert(connection, feature);
                Extent(connection, features);
                transaction.Commit();
            }
            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Insert(SqliteConnection connection, ShapeFeature feature)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO zones (geom, name, certainty) VALUES ($geom, $name, $certainty)";
        object geometry = DBNull.Value;
        if (feature.Geometry is { } given)
        {
            var copy = given.Copy();
            copy.SRID = 4326;
            geometry = new GeoPackageGeoWriter().Write(copy);
        }
        command.Parameters.AddWithValue("$geom", geometry);
        command.Parameters.AddWithValue("$name", feature.Name);
        command.Parameters.AddWithValue("$certainty", feature.Properties.GetValueOrDefault("certainty") ?? "");
        command.ExecuteNonQuery();
    }

    private static void Extent(SqliteConnection connection, IReadOnlyList<ShapeFeature> features)
    {
        var box = new Envelope();
        foreach (var feature in features)
            box.ExpandToInclude(feature.Geometry?.EnvelopeInternal ?? new Envelope());
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE gpkg_contents SET min_x = $a, min_y = $b, max_x = $c, max_y = $d";
        foreach (var (name, value) in new[] { ("$a", box.MinX), ("$b", box.MinY), ("$c", box.MaxX), ("$d", box.MaxY) })
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    private static List<(string Table, string Column, long System)> Tables(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns ORDER BY table_name";
        using var reader = command.ExecuteReader();
        var tables = new List<(string, string, long)>();
        while (reader.Read())
            tables.Add((reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
        return tables;
    }

    private static void Rows(SqliteConnection connection, string table, string column, List<ShapeFeature> features, IssueList issues)
    {
        using var command = connection.CreateCommand();
        var name = NameColumn(connection, table) is { } given ? Quoted(given) : "NULL";
        command.CommandText = $"SELECT {Quoted(column)}, {name} FROM {Quoted(table)} LIMIT {MostFeatures + 1}";
        using var reader = command.ExecuteReader();
        for (var row = 0; reader.Read(); row++)
        {
            var path = $"{table}[{row}]";
            if (features.Count >= MostFeatures)
            {
                issues.Add(new(path, "TOO_MANY_FEATURES", $"At most {MostFeatures} features are read.", IssueWeight.Fatal));
                return;
            }
            try
            {
                var named = reader.IsDBNull(1) || reader[1] is byte[]? "" : Convert.ToString(reader[1], CultureInfo.InvariantCulture) ?? "";
                features.Add(new(named, reader.IsDBNull(0) ? null : new GeoPackageGeoReader().Read((byte[])reader[0]), path, ShapeFeature.NoProperties));
            }
            // The library throws whatever comes of the bytes that it meets.
            catch (Exception wrong) when (wrong is not OutOfMemoryException and not SqliteException)
            {
                issues.Add(new(path, "MALFORMED_GEOMETRY", "Its geometry is no GeoPackage binary, or holds an open ring.", IssueWeight.Fatal));
            }
        }
    }

    private static string? NameColumn(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info($table) WHERE lower(name) = 'name'";
        command.Parameters.AddWithValue("$table", table);
        return command.ExecuteScalar() as string;
    }

    // Names of tables can't be parameters; quoted, they are names and nothing else.
    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static ShapeDocument NotOne() =>
        ShapeReading.Refuse(new GeometryIssue("", "NOT_A_GEOPACKAGE", "The document is no GeoPackage: no SQLite database, or without the tables of one.", IssueWeight.Fatal));
}
