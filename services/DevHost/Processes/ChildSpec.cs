namespace Truceline.DevHost.Processes;

/// <summary>A process to be started.</summary>
/// <param name="Name">Short name, also of its log file.</param>
/// <param name="FileName">The executable.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">Variables on top of DevHost's own.</param>
/// <param name="Ready">Answers 2xx when the process can do its work.</param>
internal sealed record ChildSpec(
    string Name, string FileName, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment, Uri Ready)
{
    private const string StartupHooks = "DOTNET_STARTUP_HOOKS";

    /// <summary>Asked instead of <see cref="Ready"/> where the process does not speak HTTP. Default: none.</summary>
    internal Func<CancellationToken, Task<bool>>? Answers { get; init; }

    /// <summary>The same with more variables.</summary>
    /// <param name="extra">What comes on top; see <see cref="Merge"/>. Null for nothing.</param>
    internal ChildSpec With(IReadOnlyDictionary<string, string>? extra) =>
        extra is null ? this : this with { Environment = Merge(Environment, extra) };

    /// <summary>Variables on top of others: a name that is in both gets the new value, but start-up hooks of .NET run all, the planned ones first.</summary>
    internal static IReadOnlyDictionary<string, string> Merge(
        IReadOnlyDictionary<string, string> planned, IReadOnlyDictionary<string, string> extra)
    {
        var merged = new Dictionary<string, string>(planned);
        foreach (var (name, value) in extra)
        {
            merged[name] = name == StartupHooks && planned.TryGetValue(name, out var first)
                ? string.Join(Path.PathSeparator, first, value)
                : value;
        }

        return merged;
    }
}
