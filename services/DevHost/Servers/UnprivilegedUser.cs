using System.Globalization;

namespace Truceline.DevHost.Servers;

/// <summary>The OS user that a server which refuses to run as root runs as.</summary>
/// <param name="Name">Its name.</param>
/// <param name="UserId">Its id.</param>
/// <param name="GroupId">The id of its first group.</param>
internal sealed record UnprivilegedUser(string Name, int UserId, int GroupId)
{
    /// <summary>Goes before a command that is to run as this user. The process id stays the same; the working directory is the root of the file system.</summary>
    internal IReadOnlyList<string> Prefix =>
        ["env", "--chdir=/", "setpriv", $"--reuid={Text(UserId)}", $"--regid={Text(GroupId)}", "--clear-groups", "--"];

    /// <summary>The owner in the notation of chown.</summary>
    internal string Owner => $"{Text(UserId)}:{Text(GroupId)}";

    /// <summary><c>postgres</c> when there is such a user, else <c>nobody</c>, else null.</summary>
    /// <param name="passwd">The lines of /etc/passwd.</param>
    internal static UnprivilegedUser? Find(IReadOnlyCollection<string> passwd) => Find(passwd, "postgres") ?? Find(passwd, "nobody");

    private static UnprivilegedUser? Find(IEnumerable<string> passwd, string name) => passwd
        .Select(line => line.Split(':'))
        .Where(fields => fields.Length >= 4 && fields[0] == name)
        .Select(fields => new UnprivilegedUser(
            name, int.Parse(fields[2], CultureInfo.InvariantCulture), int.Parse(fields[3], CultureInfo.InvariantCulture)))
        .FirstOrDefault();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
