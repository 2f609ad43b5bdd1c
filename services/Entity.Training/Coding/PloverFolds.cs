using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Coding;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Training.Coding;

/// <summary>Cross-validation of the coder: a sentence is coded with weights that have not seen its text.</summary>
internal static class PloverFolds
{
    /// <summary>How many folds.</summary>
    public const int Count = 10;

    /// <summary>Every case with its code. Cases of one text are in one fold.</summary>
    public static IEnumerable<(PloverCase Case, EventCode? Code)> Code(IReadOnlyList<PloverCase> cases)
    {
        var texts = cases.Select(c => c.Text).Distinct(StringComparer.Ordinal).Select((t, i) => (t, i)).ToDictionary(p => p.t, p => p.i % Count, StringComparer.Ordinal);
        for (var fold = 0; fold < Count; fold++)
        {
            var coder = new EventCoder(new TargetWeights(TargetTrainer.Learn([.. PloverCorpus.Own().Where(c => !texts.ContainsKey(c.Text)), .. cases.Where(c => texts[c.Text] != fold)])));
            foreach (var one in cases.Where(c => texts[c.Text] == fold))
                yield return (one, coder.Code(SegmentedText.Of(one.Text), new TextSpan(0, one.Text.Length)));
        }
    }
}
