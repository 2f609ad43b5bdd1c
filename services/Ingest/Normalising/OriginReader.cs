using Truceline.Ingest.Documents;
using Truceline.Ingest.Normalising.Agencies;
using Truceline.Ingest.Normalising.Bylines;
using Truceline.Ingest.Normalising.Syndication;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Normalising;

/// <summary>Who wrote a report: what the document says in fields of its own counts first, then its dateline, its bylines, its notes, its outlet. Pure.</summary>
internal static class OriginReader
{
    /// <summary>Agency and authors.</summary>
    /// <param name="content">What the format found.</param>
    /// <param name="text">The text that counts.</param>
    /// <param name="dateline">Its dateline.</param>
    /// <param name="parts">What in it is not the story.</param>
    /// <param name="outlets">Outlet, source, host, where an agency may be found at last; any may be empty.</param>
    internal static Byline Read(ReportContent content, string text, Dateline? dateline, IReadOnlyList<BoilerplatePart> parts, ReadOnlySpan<string> outlets)
    {
        var agency = content.Agency.Length == 0 ? "" : AgencyNames.FindInField(content.Agency.Trim()) is { Length: > 0 } usual ? usual : content.Agency.Trim();
        agency = First(agency, dateline?.Agency);
        var names = new List<string>();
        foreach (var byline in content.Bylines)
        {
            Add(BylineText.Read(byline), names, ref agency);
            if (names.Count == 0 && agency.Length == 0 && BylineText.IsNamed(byline))
            {
                names.Add(byline.Trim());
            }
        }

        foreach (var part in parts)
        {
            if (part.Kind == BoilerplateKind.Credit && (names.Count == 0 || agency.Length == 0))
            {
                var note = text.AsSpan(part.Start, part.End - part.Start);
                var found = names.Count == 0 && BoilerplateFinder.IsByline(note) ? BylineText.Read(note.ToString()) : CreditText.Read(note.ToString());
                Add(names.Count == 0 ? found : found with { Names = [] }, names, ref agency);
            }
        }

        agency = First(agency, AgencyNotes.Find(text, parts));
        foreach (var outlet in outlets)
        {
            agency = agency.Length > 0 ? agency : AgencyNames.FindInField(outlet) ?? AgencyHosts.Find(outlet);
        }

        return new Byline(names, agency);
    }

    private static void Add(Byline byline, List<string> names, ref string agency)
    {
        names.AddRange(byline.Names.Where(n => !names.Contains(n, StringComparer.OrdinalIgnoreCase)));
        agency = First(agency, byline.Agency);
    }

    private static string First(string first, string? second) => first.Length > 0 ? first : second ?? "";
}
