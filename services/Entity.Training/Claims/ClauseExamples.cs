using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims;
using Truceline.Entity.Reading.Claims.Learned;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Evaluations;
using Truceline.Entity.Training.Evaluations.Claims;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Claims;

/// <summary>Makes examples of annotated texts: what the reader proposes as a claim or as a part, each aligned with the annotated claim that it overlaps most.</summary>
internal sealed class ClauseExamples
{
    private readonly Recorder _recorder = new();
    private readonly StoryReader _reader;
    private readonly WordVectors _vectors;

    /// <param name="reader">Reads texts; its judge is not asked.</param>
    /// <param name="vectors">Vectors of words.</param>
    public ClauseExamples(StoryReader reader, WordVectors vectors)
    {
        (_reader, _vectors) = (reader, vectors);
    }

    /// <summary>The examples of texts that bear all their claims, and that no rule was written on; each is cut by a model that has not learned from it, as texts are that nobody knows.</summary>
    /// <param name="folds">The texts, with what reads each of them.</param>
    public List<ClauseExample> OfComplete(FoldedReaders folds)
    {
        var readers = folds.Models.Select(models => _reader.With(models with { Judge = _recorder })).ToList();
        return [.. folds.Items.SelectMany((item, i) => Of(readers[FoldedTaggers.FoldOf(i)], item, i, isComplete: true))];
    }

    /// <summary>The examples of texts that bear their main claims, and that rules were written on: what the rules say of them is left out, and so is what bears no mark.</summary>
    /// <param name="items">The texts.</param>
    public List<ClauseExample> OfPartial(IReadOnlyList<ChallengeItem> items)
    {
        var reader = _reader.With(ClaimModels.Default with { Judge = _recorder });
        return [.. items.SelectMany(item => Of(reader, item, -1, isComplete: false))];
    }

    private IEnumerable<ClauseExample> Of(StoryReader reader, ChallengeItem item, int text, bool isComplete)
    {
        _recorder.Seen.Clear();
        reader.Read(item.Text, FoldedReaders.ContextOf(item));
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
