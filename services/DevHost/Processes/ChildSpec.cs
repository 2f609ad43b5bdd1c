namespace Truceline.DevHost.Processes;

/// <summary>A process to be started.</summary>
/// <param name="Name">Short name, also of its log file.</param>
/// <param name="FileName">The executable.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">Variables on top of DevHost's own.</param>
/// <param name="Ready">Answers 2xx when the process can do its work.</param>
internal sealed record ChildSpec(
    string Name, string FileName, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment, Uri Ready);
