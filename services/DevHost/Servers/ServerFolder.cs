namespace Truceline.DevHost.Servers;

/// <summary>Where a server keeps what it has. Disposed of when the server has ended.</summary>
internal sealed class ServerFolder : IDisposable
{
    private readonly TemporaryFolder? _temporary;

    private ServerFolder(string path, TemporaryFolder? temporary)
    {
        Path = path;
        _temporary = temporary;
    }

    /// <summary>Full path; it exists.</summary>
    internal string Path { get; }

    /// <summary>Whether it is removed in the end, so that nothing need be written to the disk for good.</summary>
    internal bool IsPassing => _temporary is not null;

    /// <summary>A folder whose data stay; made when missing.</summary>
    internal static ServerFolder Lasting(string path) => new(Directory.CreateDirectory(path).FullName, null);

    /// <summary>A new folder for temporary files.</summary>
    internal static ServerFolder Passing()
    {
        var temporary = TemporaryFolder.Create();
        return new ServerFolder(temporary.FullName, temporary);
    }

    public void Dispose() => _temporary?.Dispose();
}
