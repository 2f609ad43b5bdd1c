using System.CommandLine;

namespace Truceline.Evaluation.Feeds;

/// <summary>RSS, Atom and JSON feeds against the results that another project expects of them.</summary>
internal static class FeedsVerb
{
    internal static Command Create() =>
        Verb.Create("feeds", "Titles, links, dates, authors and contents of feeds (feeds/gofeed); each field at least 98 %.", (data, _) =>
        {
            var tally = new Tally();
            tally.Count("files", Directory.Exists(Path.Combine(data.FullName, "feeds", "gofeed")), "feeds/gofeed", () => "the folder is missing");
            return Task.FromResult(tally.Print(Console.Out, 0.98));
        });
}
