using System.Diagnostics;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>Speed of the tagger on one thread, over the stories of GeoVirus and re3d, and what it holds in memory.</summary>
internal sealed class TaggerSpeedEvaluation : IEvaluation
{
    private const int Rounds = 15;

    public string Name => "tagger-speed";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        var texts = context.Corpora.GeoVirus.Concat(context.Corpora.Re3d).Select(d => SegmentedText.Of(d.Text)).ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var tagger = Tagger.Load();
        var loading = clock.Elapsed.TotalMilliseconds;
        Tag(tagger, texts);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var began = Environment.CpuUsage.TotalTime;
            Tag(tagger, texts);
            times.Add((Environment.CpuUsage.TotalTime - began).TotalSeconds);
        }
        times.Sort();
        var (tokens, characters) = (texts.Sum(t => t.Tokens.Count), texts.Sum(t => t.Text.Length));
        yield return new Score("tagger", "million tokens a second", tokens / times[Rounds / 2] / 1e6, 2, $"one thread, processor time, median of {Rounds} rounds over {tokens} tokens");
        yield return new Score("tagger", "million characters a second", characters / times[Rounds / 2] / 1e6, null, "the same; tokens and sentences cut before");
        yield return new Score("tagger", "milliseconds to load", loading, null, "in a process that has run before");
        yield return new Score("tagger", "megabytes held", held / 1e6, null, "model and one session");
        GC.KeepAlive(tagger);
    }

    private static void Tag(Tagger tagger, List<SegmentedText> texts)
    {
        var spans = new List<TaggedSpan>();
        foreach (var text in texts)
        {
            spans.Clear();
            tagger.Tag(text, new TextSpan(0, text.Text.Length), spans);
        }
    }
}
