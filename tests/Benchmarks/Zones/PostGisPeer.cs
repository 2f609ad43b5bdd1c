using System.Globalization;
using System.Text;
using Npgsql;
using Truceline.GeoZone.Geodesy;

namespace Truceline.Benchmarks.Zones;

/// <summary>PostGIS, each question a prepared statement on a connection of its own that stays open.</summary>
internal sealed class PostGisPeer(NpgsqlDataSource source) : IAsyncDisposable
{
    private const string Inside = "SELECT id FROM bench_zones WHERE ST_Intersects(area, ST_SetSRID(ST_MakePoint($1, $2), 4326))";

    // Inside or within the radius, with the distance to the border on the ellipsoid.
    private const string Question =
        "SELECT id, ST_Intersects(area, p.at), ST_Distance(border, p.at::geography) FROM bench_zones, (SELECT ST_SetSRID(ST_MakePoint($1, $2), 4326) AS at) p "
        + "WHERE ST_DWithin(globe, p.at::geography, $3)";

    private string _parent = "";

    public static async Task<PostGisPeer> LoadAsync(string connection, List<double[][][]> zones)
    {
        var peer = new PostGisPeer(NpgsqlDataSource.Create(connection));
        await using var command = peer.Command("CREATE EXTENSION IF NOT EXISTS postgis; DROP TABLE IF EXISTS bench_zones; "
            + "CREATE UNLOGGED TABLE bench_zones (id int PRIMARY KEY, area geometry NOT NULL, globe geography, border geography)");
        await command.ExecuteNonQueryAsync();
        await using (var open = await peer.OpenAsync())
        {
            await using var copy = await open.BeginTextImportAsync("COPY bench_zones (id, area) FROM STDIN");
            for (var i = 0; i < zones.Count; i++)
                await copy.WriteAsync($"{i}\tSRID=4326;{Text(zones[i])}\n");
        }
        await using var finish = peer.Command("UPDATE bench_zones SET globe = area::geography, border = ST_Boundary(area)::geography; "
            + "CREATE INDEX ON bench_zones USING gist (area); CREATE INDEX ON bench_zones USING gist (globe); VACUUM FULL bench_zones; ANALYZE bench_zones");
        foreach (var statement in finish.CommandText.Split("; "))
        {
            await using var one = peer.Command(statement);
            one.CommandTimeout = 0;
            await one.ExecuteNonQueryAsync();
        }
        await using var backend = peer.Command("SELECT pg_backend_pid()");
        var stat = await File.ReadAllTextAsync($"/proc/{await backend.ExecuteScalarAsync()}/stat");
        peer._parent = stat.Split(") ")[^1].Split(' ')[1];
        return peer;
    }

    /// <summary>Asks for all points, some of them by each caller; which zones hold them, or with a radius, which hold or are near them and how far.</summary>
    public Task<int[][]> AskAsync(ReadOnlyMemory<GeoPoint> points, int callers, double? radiusM)
    {
        var answers = new int[points.Length][];
        return Callers.RunAsync(callers, points.Length, answers, async claims =>
        {
            await using var connection = await OpenAsync();
            await using var command = new NpgsqlCommand(radiusM is null ? Inside : Question, connection);
            for (var i = 0; i < (radiusM is null ? 2 : 3); i++)
                command.Parameters.Add(new NpgsqlParameter<double>());
            if (radiusM is { } given)
                ((NpgsqlParameter<double>)command.Parameters[2]).TypedValue = given;
            await command.PrepareAsync();
            while (claims.Next() is { } i)
            {
                var point = points.Span[i];
                ((NpgsqlParameter<double>)command.Parameters[0]).TypedValue = point.Longitude;
                ((NpgsqlParameter<double>)command.Parameters[1]).TypedValue = point.Latitude;
                List<int> found = [];
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                    found.Add(reader.GetInt32(0));
                answers[i] = [.. found.Order()];
            }
        });
    }

    /// <summary>Processor time that the database has taken in all its processes, which are on this machine.</summary>
    public TimeSpan Processor() => TimeSpan.FromSeconds(Directory.EnumerateDirectories("/proc").Where(d => char.IsAsciiDigit(d[^1])).Sum(SecondsOf));

    private double SecondsOf(string process)
    {
        try
        {
            // Behind the name in brackets: state, parent, ..., the 12th and 13th are hundredths of a second.
            var fields = File.ReadAllText(process + "/stat").Split(") ")[^1].Split(' ');
            return fields[1] == _parent ? (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / 100.0 : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await using (var command = Command("DROP TABLE IF EXISTS bench_zones"))
            await command.ExecuteNonQueryAsync();
        await source.DisposeAsync();
    }

    private NpgsqlCommand Command(string text) => source.CreateCommand(text);

    private async Task<NpgsqlConnection> OpenAsync() => await source.OpenConnectionAsync();

    private static string Text(double[][][] polygons)
    {
        var text = new StringBuilder("MULTIPOLYGON(");
        text.AppendJoin(',', polygons.Select(rings => $"({string.Join(',', rings.Select(Ring))})"));
        return text.Append(')').ToString();
    }

    private static string Ring(double[] ring) =>
        $"({string.Join(',', Enumerable.Range(0, ring.Length / 2).Select(i => string.Create(CultureInfo.InvariantCulture, $"{ring[2 * i]:R} {ring[2 * i + 1]:R}")))})";
}
