using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>Universal NER, English EWT: the shipped model, which has seen the development set, but never the test set.</summary>
internal sealed class WebTextEvaluation : IEvaluation
{
    public string Name => "web-text";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        var tagger = context.Tagger.For(TaggingProfile.WebText);
        const string Note = "guidelines of the corpus; whole documents";
        foreach (var score in TaggedSets.NameScores("UNER EWT dev", tagger, context.Corpora.UniversalNer("dev"), null, "tuned on, then trained on: no measure of new text; " + Note))
            yield return score;
        foreach (var score in TaggedSets.NameScores("UNER EWT test", tagger, context.Corpora.UniversalNer("test"), 0.78, "held out; " + Note))
            yield return score;
        foreach (var score in TaggedSets.NameScores("UNER EWT test", context.Tagger, context.Corpora.UniversalNer("test"), null, "held out; guidelines of the news"))
            yield return score with { Set = "UNER EWT test as news" };
    }
}
