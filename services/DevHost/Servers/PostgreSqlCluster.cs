using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace Truceline.DevHost.Servers;

/// <summary>
/// The files of a PostgreSQL server: <c>data</c>, and <c>password</c>, which is DevHost's own and kept beside it. PostgreSQL refuses to run as root; then
/// the data belong to another user of the system, who can enter the folder but not read the password.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class PostgreSqlCluster(ServerFolder folder, string programs, UnprivilegedUser? user, TimeProvider time)
{
    private const int PasswordBytes = 24;
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The data directory.</summary>
    internal string Data => Path.Combine(folder.Path, "data");

    /// <summary>Goes before a command that is to run as the owner of the data.</summary>
    internal IReadOnlyList<string> Prefix => user?.Prefix ?? [];

    /// <summary>Makes the cluster when there is none yet.</summary>
    /// <param name="logFolder">Where the logs of the tools go.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The password of <see cref="PostgreSqlServer.Role"/>.</returns>
    /// <exception cref="DevHostException">A tool failed, or the folder cannot be entered by the other user.</exception>
    internal async Task<string> RequireAsync(string logFolder, CancellationToken cancellationToken)
    {
        var passwordFile = Path.Combine(folder.Path, "password");
        if (Directory.Exists(Data) && File.Exists(passwordFile))
        {
            return await File.ReadAllTextAsync(passwordFile, cancellationToken);
        }

        // Both get their names when they are whole, so that what an interrupted start has left is made anew.
        var half = Data + ".new";
        var given = Path.Combine(folder.Path, "initial");
        Remove(half);
        Remove(Data);
        Directory.CreateDirectory(half, Own);
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordBytes));
        WriteOwn(given, password);
        if (user is not null)
        {
            await LetInAsync([half, given], logFolder, cancellationToken);
        }

        await Tool.RunAsync(
            "initdb",
            logFolder,
            [
                .. Prefix, Path.Combine(programs, "initdb"), "-D", half, "--username=" + PostgreSqlServer.Role, "--auth=scram-sha-256", "--pwfile=" + given,
                "--encoding=UTF8", "--locale=C", .. folder.IsPassing ? ["--no-sync"] : Array.Empty<string>(),
            ],
            time,
            cancellationToken);
        File.Delete(given);
        WriteOwn(passwordFile, password);
        Directory.Move(half, Data);
        return password;
    }

    private async Task LetInAsync(string[] paths, string logFolder, CancellationToken cancellationToken)
    {
        await Tool.RunAsync("chown", logFolder, ["chown", user!.Owner, .. paths], time, cancellationToken);
        File.SetUnixFileMode(folder.Path, Own | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        try
        {
            await Tool.RunAsync("postgresql-access", logFolder, [.. Prefix, "test", "-w", paths[0]], time, cancellationToken);
        }
        catch (DevHostException)
        {
            throw new DevHostException(
                $"PostgreSQL does not run as root, and the user {user.Name} cannot enter {folder.Path}. Give a --data folder that everybody may enter.");
        }
    }

    private static void WriteOwn(string path, string text)
    {
        File.Delete(path);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
