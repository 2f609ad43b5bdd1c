using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Agreements;

namespace Truceline.Entity.Training.Evaluations.Agreements;

/// <summary>
/// Obligations read from the texts of agreements: those of the tests, or those in the data folder where it holds pairs of a text and its obligations. A field is right when it is as
/// annotated, and empty where the annotation has nothing.
/// </summary>
internal sealed class AgreementsEvaluation : IEvaluation
{
    private const double Bar = 0.85;
    private static readonly string[] WrittenBeforeRules = ["marun-1994", "highlands-2003", "tessan-2011"];

    public string Name => "agreements";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        var own = AgreementCase.In(context.Data).ToList();
        var cases = own.Count > 0 ? own : AgreementCase.In(Tests()).ToList();
        var reader = new StoryReader();
        var all = new List<(string Id, ObligationMatch Match)>();
        foreach (var agreement in cases)
        {
            var reading = reader.Read(agreement.Text, new ReadingContext(agreement.Signed, new DateTimeOffset(agreement.Signed.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)));
            var read = reading.Claims.Select(c => c.Obligation).OfType<ObligationDraft>().ToList();
            var matches = ObligationMatch.Pair(agreement.Obligations, read);
            all.AddRange(matches.Select(m => (agreement.Id, m)));
            var matched = matches.Count(m => m.Read is not null);
            if (matches.Count > 0)
                yield return Share("agreements/" + agreement.Id, "party, action, object, area and deadline right", matches, m => m.All, null, $"{matched} of {matches.Count} found, {read.Count - matched} more read");
            else
                yield return new Score("agreements/" + agreement.Id, "obligations read of a text that sets none", read.Count, null, "");
            if (context.Misses)
                Print(matches, read);
        }
        if (all.Count == 0)
            yield break;
        var groups = own.Count > 0 ? all.GroupBy(_ => "agreements") : all.GroupBy(p => WrittenBeforeRules.Contains(p.Id) ? "agreements, invented" : "agreements, on file");
        foreach (var group in groups)
        {
            var matches = group.Select(p => p.Match).ToList();
            yield return Share(group.Key, "found", matches, m => m.Read is not null, null, "");
            yield return Share(group.Key, "modality", matches, m => m.Modality, null, "");
            yield return Share(group.Key, "party", matches, m => m.Party, Bar, "");
            yield return Share(group.Key, "action", matches, m => m.Action, Bar, "");
            yield return Share(group.Key, "object", matches, m => m.Object, Bar, "");
            yield return Share(group.Key, "area", matches, m => m.Area, Bar, "");
            yield return Share(group.Key, "deadline", matches, m => m.Deadline, Bar, "");
            yield return Share(group.Key, "from and start", matches, m => m.From, null, "");
            yield return Share(group.Key, "all five right", matches, m => m.All, Bar, "empty where nothing is annotated");
            yield return Share(group.Key, "all five right where annotated", matches, m => m.AllGiven, null, "object and area judged only where annotated");
        }
    }

    private static Score Share(string set, string measure, List<ObligationMatch> matches, Func<ObligationMatch, bool> isRight, double? bar, string note) =>
        new(set, measure, matches.Count(isRight) / (double)matches.Count, bar, note.Length > 0 ? note : $"{matches.Count(isRight)} of {matches.Count}");

    private static void Print(List<ObligationMatch> matches, List<ObligationDraft> read)
    {
        foreach (var match in matches.Where(m => !m.All || !m.From || !m.Modality))
        {
            var (e, r) = (match.Expected, match.Read);
            Console.WriteLine($"  {e.N}: {e.Clause.ReplaceLineEndings(" ")}");
            if (r is null)
            {
                Console.WriteLine("    not found");
                continue;
            }
            Print(match.Modality, "modality", e.Modality, r.Modality.ToString());
            Print(match.Party, "party", List(e.Party), List(r.Parties));
            Print(match.Action, "action", e.Action, r.Action);
            Print(match.Object, "object", List(e.Object), List(r.Objects));
            Print(match.Area, "area", List(e.Area), List(r.Areas));
            Print(match.Deadline, "deadline", $"{e.Deadline}", $"{r.Deadline?.Value} {r.Deadline?.Expression} after {r.Deadline?.After}");
            Print(match.From, "from, start", $"{e.From} {e.Start}", $"{r.From?.Value} {r.From?.Expression}; {r.Start?.Value} {r.Start?.Expression}");
        }
        foreach (var extra in read.Where(r => !matches.Exists(m => ReferenceEquals(m.Read, r))))
            Console.WriteLine($"  more: {extra.Number} {extra.Action} [{List(extra.Parties)}] [{List(extra.Objects)}] [{List(extra.Areas)}] {extra.Deadline?.Value} {extra.From?.Value} {extra.Modality}");
    }

    private static void Print(bool right, string field, string expected, string read)
    {
        if (!right)
            Console.WriteLine($"    {field}: {expected} <> {read}");
    }

    private static string List(IEnumerable<string> names) => string.Join(" | ", names);

    private static string List(IEnumerable<Phrase> phrases) => List(phrases.Select(p => p.Text.ReplaceLineEndings(" ")));

    private static DirectoryInfo Tests()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Parent is { } parent && !File.Exists(Path.Combine(folder.FullName, "Microservices.sln")))
            folder = parent;
        return new DirectoryInfo(Path.Combine(folder.FullName, "tests", "Entity.UnitTests", "Agreements"));
    }
}
