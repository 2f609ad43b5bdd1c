using System.Diagnostics;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Coding;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Training.Coding;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>The coder of events on the annotated sentences of PLOVER's authors: class, source and target; see <see cref="ActorMatch"/> for when an actor is right.</summary>
internal sealed class PloverEvaluation : IEvaluation
{
    private const string Set = "plover_dev";

    public string Name => "plover";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        var cases = PloverCorpus.Read(context.Corpora.PathOf("events/plover_dev.jsonl"));
        var counts = new CodingCounts();
        foreach (var (one, code) in PloverFolds.Code(cases))
            counts.Add(one, code);
        var note = $"{counts.Total} events of {cases.Select(c => c.Text).Distinct().Count()} texts; lexicon alone, nothing of it learned from them by machine";
        yield return new Score(Set, "event class of 18", counts.Class, 0.80, note);
        yield return new Score(Set, "event class of 16", counts.CurrentClass, null, "the classes of today's code book");
        yield return new Score(Set, "source", counts.Source, 0.78, "span shares half with the marked one, or holds it, or holds its head; none where none is marked");
        yield return new Score(Set, "target", counts.Target, 0.75, $"likewise; weights learned without the fold: {PloverFolds.Count} folds over distinct texts");
        yield return new Score(Set, "source, to the letter", counts.ExactSource, null, "article and possessive ending aside");
        yield return new Score(Set, "target, to the letter", counts.ExactTarget, null, "likewise");
        yield return new Score(Set, "time a sentence, µs", MicrosecondsOf(cases), null, "the coder alone, one thread, warm; mean of all sentences, many times over");
        Console.WriteLine(counts.Table());
    }

    private static double MicrosecondsOf(IReadOnlyList<PloverCase> cases)
    {
        const int Rounds = 60;
        var coder = new EventCoder();
        var texts = cases.Select(c => SegmentedText.Of(c.Text)).ToList();
        var started = 0L;
        for (var round = 0; round < 2 * Rounds; round++)
        {
            // The first half warms up.
            if (round == Rounds)
                started = Stopwatch.GetTimestamp();
            foreach (var text in texts)
                coder.Code(text, new TextSpan(0, text.Text.Length));
        }
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / (Rounds * texts.Count);
    }
}
