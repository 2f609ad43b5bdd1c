using System.CommandLine;
using System.Text.Json;

namespace Truceline.Evaluation.Feeds;

/// <summary>RSS, Atom and JSON feeds against the results that another project (gofeed, MIT) expects of them.</summary>
internal static class FeedsVerb
{
    private const double Bar = 0.98;

    internal static Command Create() =>
        Verb.Create("feeds", "Titles, links, dates, authors and contents of feeds (feeds/gofeed); each field at least 98 %.", async (data, cancellationToken) =>
        {
            var folder = new DirectoryInfo(Path.Combine(data.FullName, "feeds", "gofeed"));
            var tally = new Tally();
            foreach (var file in GofeedFile.In(folder))
            {
                await CompareAsync(file, tally, cancellationToken);
            }

            return tally.Print(Console.Out, Bar);
        });

    private static async Task CompareAsync(GofeedFile file, Tally tally, CancellationToken cancellationToken)
    {
        var read = await ReadFeed.OfAsync(await File.ReadAllBytesAsync(file.Document, cancellationToken), cancellationToken);
        tally.Count("files", read.Fault is null != file.MustFail, file.Name, () => file.MustFail ? "it was read" : read.Fault!);
        if (file.MustFail)
        {
            return;
        }

        var comparison = new Comparison(tally, file.Name);
        if (file.Expected is null)
        {
            // The set's tests ask for no more of these.
            comparison.Text("titles", "feed", file.Document.EndsWith(".json", StringComparison.Ordinal) ? "title" : "Feed Title", read.Head.Title.Value.Text);
            return;
        }

        await using var stream = File.OpenRead(file.Expected);
        using var expected = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
        file.Dialect(comparison, expected.RootElement, read);
    }
}
