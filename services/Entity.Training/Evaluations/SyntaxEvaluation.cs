using Truceline.Entity.Reading.Syntax;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Training.Syntax;
using Truceline.Entity.UnitTests.Syntax;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>Parts of speech and dependencies: how right they are on sentences annotated by hand, and how fast they are found on one thread.</summary>
internal sealed class SyntaxEvaluation : IEvaluation
{
    private const int Rounds = 5;
    private const string Note = "sentences of our own, annotated by hand, not trained on; punctuation does not count";

    public string Name => "syntax";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        var parser = SyntaxParser.Load();
        foreach (var (measure, value) in TreeScores.Of(SyntaxFiles.GoldTrees(), parser).All())
            yield return new Score("gold.conllu", measure, value, null, Note);
        var texts = context.Corpora.GeoVirus.Concat(context.Corpora.Re3d).Select(d => SegmentedText.Of(d.Text)).ToList();
        Parse(parser, texts);
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var began = Environment.CpuUsage.TotalTime;
            Parse(parser, texts);
            times.Add((Environment.CpuUsage.TotalTime - began).TotalSeconds);
        }
        times.Sort();
        var tokens = texts.Sum(t => t.Tokens.Count);
        yield return new Score("parser", "tokens a second", tokens / times[Rounds / 2], 20_000, $"one thread, processor time, median of {Rounds} rounds over {tokens} tokens");
    }

    private static void Parse(SyntaxParser parser, List<SegmentedText> texts)
    {
        foreach (var text in texts)
        {
            foreach (var sentence in text.Sentences)
                parser.Parse(text, sentence);
        }
    }
}
