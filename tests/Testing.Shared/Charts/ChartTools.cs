using System.Diagnostics;

namespace Truceline.Testing.Charts;

/// <summary>helm and the node packages that charts are tested with, fetched once by <c>tests/chart-tools.sh</c>.</summary>
public static class ChartTools
{
    private static readonly Lazy<string[]> Paths = new(Fetch);

    /// <summary>Folder of the repository that the tests stand in.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>Path of helm.</summary>
    public static string Helm => Paths.Value[0];

    /// <summary>Folder <c>node_modules</c> with the validators.</summary>
    public static string NodeModules => Paths.Value[1];

    /// <summary>Runs a command to its end and returns its exit code and both outputs.</summary>
    /// <param name="file">Name or path of the program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables that are set beside those of this process.</param>
    public static (int Code, string Output, string Error) Run(
        string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryRoot,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException(file + " did not start");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private static string[] Fetch()
    {
        var (code, output, error) = Run("bash", ["tests/chart-tools.sh"]);
        return code == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"the chart's tools are not there, tests/chart-tools.sh ended with {code}: {error}");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Microservices.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Microservices.sln was not found above " + AppContext.BaseDirectory);
    }
}
