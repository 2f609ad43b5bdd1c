using System.CommandLine;
using Truceline.Entity.Training.Tagging;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>The verb <c>evaluate</c>: measures the reader, prints one table and writes it to the model's card.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Data folder; its README says what is in it.", Required = true };
        var only = new Option<string[]>("--only") { Description = "Names of evaluations; all when left out.", AllowMultipleArgumentsPerToken = true };
        var misses = new Option<bool>("--misses") { Description = "Print what was read wrongly, where an evaluation can tell." };
        var card = new Option<FileInfo?>("--card") { Description = "Markdown file to write the model's card to; it is not written when left out." };
        var sets = new Option<DirectoryInfo?>("--sets") { Description = "Folder with the sets Challenge and Stories; the repository's tests/Entity.UnitTests when left out." };
        var unseen = new Option<bool>("--unseen") { Description = "Judges claims on the sets that no rule was written on; gives totals only." };
        var part = new Option<ChallengePart?>("--part") { Description = "Part of the challenge set: open, development, validation (totals only) or unseen (totals only)." };
        var options = new TrainingOptions();
        var command = new Command("evaluate", "Measures what the reader reads against annotated data.")
        {
            data, only, misses, card, sets, unseen, part, options.Vectors, options.Cities, options.Names,
        };
        command.SetAction(parsed =>
        {
            var training = parsed.GetValue(options.Vectors) is null ? null : options.Inputs(parsed);
            var context = new EvaluationContext(parsed.GetRequiredValue(data), training)
            {
                Misses = parsed.GetValue(misses),
                Sets = new JudgingSets(parsed.GetValue(sets), parsed.GetValue(unseen), parsed.GetValue(misses))
                {
                    Part = parsed.GetValue(part) ?? (parsed.GetValue(unseen) ? ChallengePart.Unseen : ChallengePart.Open),
                },
            };
            var chosen = parsed.GetValue(only) is { Length: > 0 } names ? AllEvaluations.List.Where(e => names.Contains(e.Name)) : AllEvaluations.List;
            var scores = new List<Score>();
            Console.WriteLine(ScoreTable.Head);
            foreach (var score in chosen.SelectMany(e => e.Run(context)))
            {
                scores.Add(score);
                Console.WriteLine(ScoreTable.Line(score));
            }
            if (training is null)
                Console.WriteLine("Folds were not trained again (--vectors, --cities and --names were not given): their scores are those that the model recorded.");
            if (parsed.GetValue(card) is { } file)
                File.WriteAllText(file.FullName, ModelCard.Of(context.Tagger.Card, scores));
            return scores.Any(s => s.Bar is { } bar && s.Value < bar) ? 1 : 0;
        });
        return command;
    }
}
