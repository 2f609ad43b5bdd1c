using Truceline.DevSidecar.Streams;

namespace Truceline.DevSidecar.Storage;

/// <summary>Holds a data directory for one process: two of them would deliver everything twice. The system frees it when the process ends.</summary>
internal sealed class DirectoryLock : IDisposable
{
    private readonly FileStream _file;

    private DirectoryLock(FileStream file) => _file = file;

    /// <exception cref="StreamStoreUnavailableException">Another process holds the directory, or it cannot be written.</exception>
    public static DirectoryLock Take(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            return new DirectoryLock(new FileStream(Path.Combine(directory, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StreamStoreUnavailableException(
                $"The data directory '{Path.GetFullPath(directory)}' cannot be used ({e.Message}). " +
                "Stop the sidecar that holds it, or give another one in Sidecar:DataPath.", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
