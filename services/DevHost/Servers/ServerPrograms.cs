using System.Globalization;
using Truceline.DevHost.Processes;

namespace Truceline.DevHost.Servers;

/// <summary>Finds the programs of the servers on this machine.</summary>
internal static class ServerPrograms
{
    private const string DebianFolder = "/usr/lib/postgresql";

    /// <summary>Full path of <c>redis-server</c>.</summary>
    /// <exception cref="DevHostException">It is not installed.</exception>
    internal static string Redis() => DaprLookup.FindCommand("redis-server", SearchPath)
        ?? throw new DevHostException("Redis is not installed: there is no redis-server on the PATH. Install it: apt-get install redis-server");

    /// <summary>The folder with PostgreSQL's <c>initdb</c> and <c>postgres</c>.</summary>
    /// <exception cref="DevHostException">It is not installed.</exception>
    internal static string PostgreSqlFolder() => FindPostgreSql(SearchPath, DebianFolder) ?? throw new DevHostException(
        $"PostgreSQL is not installed: there is no initdb on the PATH nor under {DebianFolder}. Install it: apt-get install postgresql");

    /// <summary>The first folder of the PATH that has both programs, else the newest version under <paramref name="versions"/>; null when there is none.</summary>
    internal static string? FindPostgreSql(string? path, string versions)
    {
        var onPath = (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(HasBoth);
        return onPath is not null || !Directory.Exists(versions)
            ? onPath
            : Directory.EnumerateDirectories(versions)
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"))
                .FirstOrDefault(HasBoth);
    }

    private static string? SearchPath => Environment.GetEnvironmentVariable("PATH");

    private static bool HasBoth(string folder) => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"));
}
