using Truceline.Entity.Reading;
using Truceline.Entity.UnitTests.Stories;

namespace Truceline.Entity.Training.Evaluations.Claims;

/// <summary>Annotated stories of other ceasefires: names, dates, figures and claims found; claims right; claims that are not in the story.</summary>
internal sealed class StoriesEvaluation : IEvaluation
{
    public string Name => "stories";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        var sets = context.Sets;
        var reader = new StoryReader();
        var (folder, part) = (sets.PathOf("Stories"), sets.Unseen ? "Unseen" : "Next");
        var stories = Directory.EnumerateFiles(Path.Combine(folder, part), "*.txt").Order(StringComparer.Ordinal)
            .Select(f => GoldStory.Load(folder, $"{part}/{Path.GetFileNameWithoutExtension(f)}")).ToList();
        var scores = stories.Select(s => UnitTests.Stories.Scorer.Of(
            s, reader.Read(s.Text, new ReadingContext(s.Published, new DateTimeOffset(s.Published, new TimeOnly(18, 0), TimeSpan.Zero).AddDays(1))))).ToList();
        var set = sets.Unseen ? "stories, unseen" : "stories";
        yield return Sum("entities found", s => s.Entities, null);
        yield return Sum("dates found", s => s.Dates, null);
        yield return Sum("quantities found", s => s.Quantities, null);
        yield return Sum("claims found", s => s.Claims, 0.75);
        yield return Sum("claims right", s => s.Right, 0.60);
        yield return Sum("commitments found", s => s.Commitments, null);
        yield return new Score(set, "wrong claims a story", scores.Average(s => s.Wrong), null, $"{scores.Sum(s => s.Wrong)} in {scores.Count} stories");
        if (sets is { Misses: true, Unseen: false })
        {
            foreach (var (story, score) in stories.Zip(scores))
                Console.WriteLine($"{story.Name}: {score}");
        }

        Score Sum(string measure, Func<UnitTests.Stories.Score, UnitTests.Stories.Share> of, double? bar)
        {
            var (found, all) = (scores.Sum(s => of(s).Found), scores.Sum(s => of(s).Of));
            return new Score(set, measure, (double)found / all, bar, $"{found} of {all}; {scores.Count} stories");
        }
    }
}
