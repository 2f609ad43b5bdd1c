using System.Globalization;

namespace Truceline.DevHost;

/// <summary>
/// A temporary folder of a DevHost that runs. It holds a file with the process id, locked for as long as the process lives: the lock goes with the process
/// however that ends, so that the next DevHost can remove what a killed one left behind, and nothing else.
/// </summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "truceline-";
    private const string MarkerName = "devhost.lock";

    // Between the making of a marker and its lock.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    private readonly FileStream _marker;

    private TemporaryFolder(string path, FileStream marker)
    {
        FullName = path;
        _marker = marker;
    }

    /// <summary>Full path.</summary>
    internal string FullName { get; }

    /// <summary>Makes one.</summary>
    internal static TemporaryFolder Create()
    {
        var path = Directory.CreateTempSubdirectory(Prefix).FullName;
        var marker = new FileStream(Path.Combine(path, MarkerName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        marker.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        marker.Flush();
        return new TemporaryFolder(path, marker);
    }

    /// <summary>Removes those whose DevHost is gone.</summary>
    /// <param name="parent">Where to look.</param>
    /// <param name="now">The time; a marker younger than a minute is left alone.</param>
    /// <returns>How many were removed.</returns>
    internal static int RemoveAbandoned(string parent, DateTimeOffset now) => Directory.EnumerateDirectories(parent, Prefix + "*").Count(path =>
    {
        var marker = Path.Combine(path, MarkerName);
        try
        {
            if (!File.Exists(marker) || now - File.GetLastWriteTimeUtc(marker) < Settling)
            {
                return false;
            }

            using (new FileStream(marker, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
                // Nobody holds the lock.
            }

            Directory.Delete(path, recursive: true);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is in use, or another person's.
            return false;
        }
    });

    public void Dispose()
    {
        _marker.Dispose();
        Directory.Delete(FullName, recursive: true);
    }
}
