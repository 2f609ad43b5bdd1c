using System.CommandLine;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Truceline.Ingest.Documents;
using Truceline.Ingest.V1;

namespace Truceline.Evaluation.News;

/// <summary>
/// NewsML-G2 listings: every field that a walk by XPath finds in a news item (headlines, dates, languages, text) is in the report that was read; what holds no news is refused
/// with a reason. The walk knows nothing of how Ingest reads.
/// </summary>
internal static class NewsMlVerb
{
    private static readonly string[] NoNews = ["conceptItem", "knowledgeItem", "planningItem", "catalogItem", "groupSet"];
    private static readonly string[] Dates = ["firstCreated", "versionCreated", "embargoed", "contentCreated", "contentModified"];

    internal static Command Create() =>
        Verb.Create("newsml", "Headlines, dates, languages and texts of NewsML-G2 listings (feeds/newsml-g2); every field of every item.", RunAsync);

    private static async Task<bool> RunAsync(DirectoryInfo data, CancellationToken cancellationToken)
    {
        var tally = new Tally();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(data.FullName, "feeds", "newsml-g2"), "*.xml").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            // Only the encoding is taken from Ingest: a listing declares another one than it is written in.
            var text = TextDecoding.Decode(await File.ReadAllBytesAsync(file, cancellationToken), "").Text;
            XDocument xml;
            try
            {
                xml = XDocument.Parse(text);
            }
            catch (XmlException e)
            {
                Console.WriteLine($"note: {name} is not XML: {e.Message}");
                continue;
            }

            var reading = await Reading.OfAsync(file, new DocumentHints(), cancellationToken);
            if (NoNews.Contains(xml.Root!.Name.LocalName))
            {
                tally.Count("no news, refused", reading.Refusal?.Reason == "NOT_NEWS" && reading.Refusal.Message.Length > 0, name, () => $"{reading.Format}: {reading.Faults}");
                continue;
            }

            CountItems(tally, name, xml, reading, text);
        }

        return tally.Print(Console.Out, 1);
    }

    private static void CountItems(Tally tally, string name, XDocument xml, Reading reading, string text)
    {
        var items = xml.XPathSelectElements("/*[local-name()!='newsMessage'] | /*[local-name()='newsMessage']/*/*[local-name()='newsItem']").ToArray();
        var reports = reading.Items.OfType<ReportItem>().ToArray();
        var withFields = items.Where(i => Expected(i).Any()).ToArray();
        tally.Count("items", reports.Length == withFields.Length, name, () => $"{withFields.Length} items with fields, {reports.Length} read; {reading.Faults}");
        foreach (var (item, report) in withFields.Zip(reports))
        {
            foreach (var (field, value) in Expected(item))
            {
                tally.Count(field, Has(report.Content, field, value), name, () => $"\"{value}\"");
            }

            tally.Count("map back", MapHolds(report.Content.Text, text), name, () => "a run does not lead to its characters");
        }

        Console.WriteLine($"{name}: {reading.Format}: {string.Join(" | ", reports.Select(r => $"{r.Content.Title} / {r.Content.Published} / {r.Content.Updated} / {r.Content.Language} / {r.Content.Outlet} / {string.Join(", ", r.Content.Bylines)} / {r.Content.DatelinePlace} / {r.Content.Agency} / {r.Content.Text.Text.Length} characters"))} {reading.Faults}");
    }

    /// <summary>Every field of an item, found without knowing how it is structured; package members' own data are not the package's.</summary>
    private static IEnumerable<(string Field, string Value)> Expected(XElement item)
    {
        foreach (var headline in Find(item, "headline"))
        {
            yield return ("headline", Joined(headline.Value));
        }

        foreach (var date in Dates.SelectMany(d => Find(item, d)))
        {
            yield return ("date", date.Value.Trim());
        }

        foreach (var language in Find(item, "language").Select(l => (string?)l.Attribute("tag")).OfType<string>().Append((string?)item.Attribute(XNamespace.Xml + "lang") ?? "").Where(l => l.Length > 0).Distinct())
        {
            yield return ("language", language);
        }

        var inline = item.XPathSelectElements(".//*[local-name()='inlineXML' or local-name()='inlineData']").ToArray();
        var bodies = inline.SelectMany(i => i.XPathSelectElements(".//*[local-name()='body.content' or local-name()='body'][not(.//*[local-name()='body.content'])]")).ToArray();
        var texts = bodies.Length > 0 ? bodies : inline;
        var text = string.Concat(texts.Select(t => t.Value));
        text = string.IsNullOrWhiteSpace(text) ? string.Concat(Find(item, "description").Select(d => d.Value)) : text;
        if (!string.IsNullOrWhiteSpace(text))
        {
            yield return ("text", Joined(text));
        }
    }

    private static IEnumerable<XElement> Find(XElement item, string name) =>
        item.XPathSelectElements($".//*[local-name()='{name}'][not(ancestor::*[local-name()='itemRef' or local-name()='inlineXML' or local-name()='assert'])]").Where(e => !string.IsNullOrWhiteSpace(e.Value) || e.HasAttributes);

    private static bool Has(ReportContent report, string field, string value) => field switch
    {
        "headline" => Joined(report.Title) == value || report.Fields.GetValueOrDefault("headline", "").Split('\n').Any(h => Joined(h) == value),
        "date" => report.Published.Length > 0 && Dates.Any(d => report.Fields.GetValueOrDefault(d, "").Split('\n').Contains(value)),
        "language" => report.Language.Length > 0 && report.Fields.GetValueOrDefault("language", "").Split('\n').Contains(value),
        _ => Joined(report.Text.Text) == value,
    };

    private static string Joined(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static bool MapHolds(MappedText mapped, string original) =>
        mapped.Map.Runs.Where(r => r.TextLength == r.OriginalLength && r.TextLength > 1)
            .All(r => mapped.Text.AsSpan(r.TextStart, r.TextLength).SequenceEqual(original.AsSpan(r.OriginalStart, r.OriginalLength)));
}
