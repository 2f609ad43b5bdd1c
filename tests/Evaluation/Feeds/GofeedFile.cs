using System.Text.Json;

namespace Truceline.Evaluation.Feeds;

/// <summary>A feed of the set and what is expected of it.</summary>
/// <param name="Name">Its path in the set.</param>
/// <param name="Document">The feed.</param>
/// <param name="Expected">The expected result; null when only reading it is asked.</param>
/// <param name="MustFail">Whether it is none, or broken, and must be refused.</param>
/// <param name="Dialect">How the expected result is written.</param>
internal sealed record GofeedFile(string Name, string Document, string? Expected, bool MustFail, Action<Comparison, JsonElement, ReadFeed> Dialect)
{
    // What the set's own tests expect to fail.
    private static readonly string[] Broken = ["empty_feed.xml", "invalid.json", "unknown_feed.xml"];

    /// <summary>All pairs of the set, in the order of their names.</summary>
    internal static IEnumerable<GofeedFile> In(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal))
        {
            var isJsonFeed = file.Directory!.Name is "json" or "invalid" or "universal" && file.Extension == ".json" && !file.Name.EndsWith("_expected.json", StringComparison.Ordinal);
            if (file.Extension != ".xml" && !isJsonFeed)
            {
                continue;
            }

            var bare = Path.ChangeExtension(file.FullName, null);
            var expected = bare + (isJsonFeed ? "_expected.json" : ".json");
            yield return new GofeedFile(
                Path.GetRelativePath(folder.FullName, file.FullName), file.FullName, File.Exists(expected) ? expected : null, Broken.Contains(file.Name), DialectOf(file));
        }
    }

    private static Action<Comparison, JsonElement, ReadFeed> DialectOf(FileInfo file) =>
        (file.Directory!.Parent!.Name, file.Directory.Name) switch
        {
            ("parser", "rss") => Dialects.Rss,
            ("parser", "atom") => Dialects.Atom,
            ("parser", "json") => Dialects.Json,
            _ => Dialects.Universal,
        };
}
