using System.CommandLine;
using System.Text;
using Truceline.Ingest.Formats.Json;
using Truceline.Ingest.Formats.Ninjs;
using Truceline.Ingest.V1;

namespace Truceline.Evaluation.News;

/// <summary>
/// The IPTC's test suite of ninjs: every document that should pass does, every one that should fail is refused with the path of each fault. The suite tests one version a
/// folder, mostly with documents that declare none: each is read as its folder's version, and again with nothing said of it. In the second round a document that should fail
/// in its folder's version may be valid in another one; such are printed and not counted.
/// </summary>
internal static class NinjsVerb
{
    private static readonly Dictionary<string, string> Drafts = new() { ["1.x_dev"] = "dev_0.2_v1.5", ["2.x_dev"] = "dev_0.1_v2.1" };

    internal static Command Create() =>
        Verb.Create("ninjs", "Every should-pass passes, every should-fail is refused with its path (feeds/ninjs).", RunAsync);

    private static async Task<bool> RunAsync(DirectoryInfo data, CancellationToken cancellationToken)
    {
        var suite = Path.Combine(data.FullName, "feeds", "ninjs", "test_suite");
        var tally = new Tally();
        foreach (var file in Directory.EnumerateFiles(suite, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var steps = Path.GetRelativePath(suite, file).Split(Path.DirectorySeparatorChar);
            if (steps is [var folder, "should_pass" or "should_fail", _])
            {
                var version = Drafts.GetValueOrDefault(folder, folder);
                await CountAsync(tally, file, string.Join('/', steps), version, steps[1] == "should_pass", cancellationToken);
            }
        }

        return tally.Print(Console.Out, 1);
    }

    private static async Task CountAsync(Tally tally, string file, string name, string version, bool shouldPass, CancellationToken cancellationToken)
    {
        var named = await Reading.OfAsync(file, new DocumentHints { MediaType = $"application/ninjs+json; version={version}" }, cancellationToken);
        var alone = await Reading.OfAsync(file, new DocumentHints(), cancellationToken);
        if (shouldPass)
        {
            tally.Count("should pass", named.IsAccepted && named.Format == "ninjs", name, () => named.Faults);
            tally.Count("should pass, unnamed", alone.IsAccepted && alone.Format == "ninjs", name, () => $"{alone.Format}: {alone.Faults}");
            return;
        }

        tally.Count("should fail", HasPath(named), name, () => named.IsAccepted ? "it was accepted" : $"no path: {named.Faults}");
        tally.Count("should fail, schema", await FailsAsync(file, version, cancellationToken), name, () => $"valid as {version}");
        if (alone.IsAccepted)
        {
            Console.WriteLine($"note: {name} declares no version, and is valid ninjs {await VersionAsync(file, cancellationToken)}");
            return;
        }

        tally.Count("should fail, unnamed", HasPath(alone) || alone.Format.Length == 0, name, () => $"no path: {alone.Faults}");
        Console.WriteLine($"refused: {name}: {named.Faults}");
    }

    private static bool HasPath(Reading reading) =>
        !reading.IsAccepted && reading.Faults.Length > 0 && (reading.Refusal is { Path.Length: > 0 }
            || reading.Items.OfType<Ingest.Documents.FaultItem>().SelectMany(f => f.Violations).All(v => v.Field.StartsWith('/')));

    private static async Task<bool> FailsAsync(string file, string version, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(file, Encoding.UTF8, cancellationToken);
        try
        {
            using var source = JsonSource.Read(text, new());
            return NinjsSchemas.Validator.Validate(NinjsSchemas.Find(version)!.Schema, source.Root).Count > 0;
        }
        catch (Ingest.Documents.DocumentRefusedException)
        {
            return true;
        }
    }

    private static async Task<string> VersionAsync(string file, CancellationToken cancellationToken)
    {
        using var source = JsonSource.Read(await File.ReadAllTextAsync(file, Encoding.UTF8, cancellationToken), new());
        return NinjsVersions.Judge(source.Root, "").Version.Name;
    }
}
