using System.CommandLine;

namespace Truceline.Evaluation;

/// <summary>Makes the verbs of this program alike: each takes <c>--data</c>, prints a table and every miss, and exits with 0 at or above its bar, else with 1.</summary>
internal static class Verb
{
    /// <summary>A verb.</summary>
    /// <param name="name">Its name on the command line.</param>
    /// <param name="description">What it measures and its bar.</param>
    /// <param name="run">Measures with the folder of the data and prints; true when the bar is reached.</param>
    internal static Command Create(string name, string description, Func<DirectoryInfo, CancellationToken, Task<bool>> run)
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder that holds the sets.", Required = true }.AcceptExistingOnly();
        var command = new Command(name, description) { data };
        command.SetAction(async (parsed, cancellationToken) => await run(parsed.GetRequiredValue(data), cancellationToken) ? 0 : 1);
        return command;
    }
}
