namespace Truceline.DevHost.Servers;

/// <summary>Where a server keeps what it has.</summary>
/// <param name="Path">Full path; it exists.</param>
/// <param name="IsPassing">Whether it is removed when the server is disposed of, so that nothing need be written to the disk for good.</param>
internal sealed record ServerFolder(string Path, bool IsPassing)
{
    /// <summary>A folder whose data stay; made when missing.</summary>
    internal static ServerFolder Lasting(string path) => new(Directory.CreateDirectory(path).FullName, false);

    /// <summary>A new folder for temporary files.</summary>
    internal static ServerFolder Passing() => new(Directory.CreateTempSubdirectory("truceline-").FullName, true);

    /// <summary>Removes it when it is a passing one.</summary>
    internal void Leave()
    {
        if (IsPassing)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
