using System.Text.RegularExpressions;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Agreements;

namespace Truceline.Entity.Training.Evaluations.Agreements;

/// <summary>
/// An expected obligation beside the one that was read for it, field by field. Names count as equal without article and quantifier when one holds the other. A field that the
/// annotation leaves out must be empty to be right.
/// </summary>
internal sealed partial record ObligationMatch(ExpectedObligation Expected, ObligationDraft? Read)
{
    public bool Party => Read is not null
        && (Expected.Party is ["all"] ? Read.Parties.Count == 0 || Read.Parties.All(p => Bare(p.Text).Length == 0) : Same(Expected.Party, Read.Parties));

    public bool Action => Read?.Action == Expected.Action;

    public bool Object => Read is not null && Same(Expected.Object, Read.Objects);

    public bool Area => Read is not null && Same(Expected.Area, Read.Areas);

    public bool Deadline => Read is not null && Same(Expected.Deadline, Read.Deadline);

    public bool From => Read is not null && Same(Expected.From, Read.From) && Same(Expected.Start, Read.Start);

    public bool Modality => Read is not null && Read.Modality.ToString().Equals(Expected.Modality, StringComparison.OrdinalIgnoreCase);

    /// <summary>Object and area judged only where the annotation gives them.</summary>
    public bool GivenObject => Expected.Object.Count == 0 || Object;

    /// <summary>Object and area judged only where the annotation gives them.</summary>
    public bool GivenArea => Expected.Area.Count == 0 || Area;

    public bool All => Party && Action && Object && Area && Deadline;

    public bool AllGiven => Party && Action && GivenObject && GivenArea && Deadline;

    /// <summary>Pairs expected and read obligations by their clauses, the best overlap first.</summary>
    public static List<ObligationMatch> Pair(IReadOnlyList<ExpectedObligation> expected, IReadOnlyList<ObligationDraft> read)
    {
        var pairs = (from e in expected from r in read let share = Overlap(e.Span, r.Clause) where share >= LeastOverlap orderby share descending select (e, r)).ToList();
        var matches = new Dictionary<ExpectedObligation, ObligationDraft>();
        var taken = new HashSet<ObligationDraft>(ReferenceEqualityComparer.Instance);
        foreach (var (e, r) in pairs)
        {
            if (!matches.ContainsKey(e) && !taken.Contains(r) && taken.Add(r))
                matches[e] = r;
        }
        return expected.Select(e => new ObligationMatch(e, matches.GetValueOrDefault(e))).ToList();
    }

    private const double LeastOverlap = 0.4;

    private static double Overlap(IReadOnlyList<int> expected, TextSpan read)
    {
        var shared = Math.Min(expected[1], read.End) - Math.Max(expected[0], read.Start);
        return shared <= 0 ? 0 : shared / (double)(Math.Max(expected[1], read.End) - Math.Min(expected[0], read.Start));
    }

    /// <summary>Every expected name is read, and nothing is read that no expected name covers.</summary>
    private static bool Same(IReadOnlyList<string> expected, IReadOnlyList<Phrase> read) =>
        (expected.Count == 0) == (read.Count == 0)
        && expected.All(e => read.Any(r => Alike(e, r.Text))) && read.All(r => expected.Any(e => Alike(e, r.Text)));

    private static bool Same(ExpectedTerm? expected, Term? read) =>
        expected is null ? read is null
        : read is not null && (expected.Value is not null ? read.Value == expected.Value : read.Value is null && Alike(expected.Relative!, read.Expression));

    private static bool Alike(string expected, string read)
    {
        var (a, b) = (Bare(expected), Bare(read));
        return a == b || (a.Length > 0 && b.Length > 0 && ($" {a} ".Contains($" {b} ", StringComparison.Ordinal) || $" {b} ".Contains($" {a} ", StringComparison.Ordinal)));
    }

    private static string Bare(string text) => Marks().Replace(Fillers().Replace(text.ToLowerInvariant(), " "), " ").Trim();

    [GeneratedRegex(@"\b(?:the|a|an|all|both|each|either|neither|no|any|their|its|every|two)\b")]
    private static partial Regex Fillers();

    [GeneratedRegex(@"[\s,.:;()]+")]
    private static partial Regex Marks();
}
