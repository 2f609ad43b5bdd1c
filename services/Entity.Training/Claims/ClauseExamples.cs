using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Learned;
using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Claims;

/// <summary>Makes examples of annotated texts: what the reader proposes as a claim or as a part, each aligned with the annotated claim that it overlaps most.</summary>
internal sealed class ClauseExamples
{
    private readonly Recorder _recorder = new();
    private readonly StoryReader _reader;
    private readonly WordVectors _vectors;

    /// <param name="gazetteer">Places.</param>
    /// <param name="tagger">Sees names.</param>
    /// <param name="vectors">Vectors of words.</param>
    public ClauseExamples(Gazetteer gazetteer, Tagger tagger, WordVectors vectors)
    {
        (_reader, _vectors) = (new StoryReader(gazetteer, tagger, _recorder), vectors);
    }

    /// <summary>When a text is read.</summary>
    public static ReadingContext ContextOf(ChallengeItem item) => new(item.Published, new DateTimeOffset(item.Published, new TimeOnly(18, 0), TimeSpan.Zero));

    /// <summary>The examples of texts that bear all their claims, and that no rule was written on.</summary>
    /// <param name="items">The texts.</param>
    public List<ClauseExample> OfComplete(IReadOnlyList<ChallengeItem> items) => [.. items.SelectMany((item, i) => Of(item, i, isComplete: true))];

    /// <summary>The examples of texts that bear their main claims, and that rules were written on: what the rules say of them is left out, and so is what bears no mark.</summary>
    /// <param name="items">The texts.</param>
    public List<ClauseExample> OfPartial(IReadOnlyList<ChallengeItem> items) => [.. items.SelectMany(item => Of(item, -1, isComplete: false))];

    private IEnumerable<ClauseExample> Of(ChallengeItem item, int text, bool isComplete)
    {
        _recorder.Seen.Clear();
        _reader.Read(item.Text, ContextOf(item));
        var seen = _recorder.Seen;
        var pairs = Align(item, seen);
        for (var i = 0; i < seen.Count; i++)
        {
            var (_, input, byRules) = seen[i];
            var claim = pairs.TryGetValue(i, out var at) ? item.Expect[at] : null;
            if (claim is null && !isComplete)
                continue;
            yield return new ClauseExample(
                text,
                ClauseModel.Inputs(_vectors, input),
                Rows(input.Signs),
                isComplete ? Rows(input.RuleSigns) : [],
                claim is null ? ClauseOutcome.None : ClauseOutcomes.Of(claim.Kind, Enum.Parse<AssertionMode>(claim.Mode.ToString())),
                claim is null || (claim.Class is null && !isComplete) ? null : ClauseClasses.IndexOf(claim.Class),
                claim?.Background == true,
                claim?.Repeated == true);
        }
    }

    private static int[] Rows(IEnumerable<ulong> signs) => [.. signs.Select(ClauseNetwork.RowOf).Distinct().Order()];

    private static Dictionary<int, int> Align(ChallengeItem item, List<(TextSpan Span, ClauseInput Input, ClaimDraft? ByRules)> seen)
    {
        var pairs = new Dictionary<int, int>();
        var candidates =
            from i in Enumerable.Range(0, seen.Count)
            from j in Enumerable.Range(0, item.Expect.Count)
            let overlap = SpanOverlap.Of(seen[i].Span, new TextSpan(item.Expect[j].Span[0], item.Expect[j].Span[1]))
            where overlap >= SpanOverlap.Least
            // Of two stretches that agree alike, the one which is a claim already.
            orderby overlap + (seen[i].ByRules is null ? 0 : 0.01) descending
            select (i, j);
        foreach (var (i, j) in candidates)
        {
            if (!pairs.ContainsKey(i) && !pairs.ContainsValue(j))
                pairs[i] = j;
        }
        return pairs;
    }

    /// <summary>Keeps what it is asked and leaves all to the rules.</summary>
    private sealed class Recorder : IClauseJudge
    {
        public List<(TextSpan Span, ClauseInput Input, ClaimDraft? ByRules)> Seen { get; } = [];

        public string Version => "none";

        public ClauseBounds Bounds => ClauseBounds.Default;

        public ClauseVerdict? Judge(TextSpan span, ClauseInput input, ClaimDraft? byRules)
        {
            Seen.Add((span, input, byRules));
            return null;
        }
    }
}
