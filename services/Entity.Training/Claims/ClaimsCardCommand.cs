using System.CommandLine;
using System.Globalization;
using System.Text;
using Truceline.Entity.Reading.Claims.Learned;

namespace Truceline.Entity.Training.Claims;

/// <summary>The verb <c>claims-card</c>: the card of the shipped model of clauses as a page.</summary>
internal static class ClaimsCardCommand
{
    public static Command Create()
    {
        var output = new Option<FileInfo>("--out") { Description = "File to write.", Required = true };
        var command = new Command("claims-card", "Writes the card of the shipped model of what clauses assert.") { output };
        command.SetAction(parsed =>
        {
            File.WriteAllText(parsed.GetRequiredValue(output).FullName, Page(ClauseJudge.LoadModel()));
            return 0;
        });
        return command;
    }

    private static string Page(ClauseModel model)
    {
        var card = model.Card;
        var page = new StringBuilder();
        page.AppendLine("# Model of what clauses assert").AppendLine();
        page.AppendLine("Written by `claims-card`; not by hand.").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"- Version: `{card.Version}`, trainer `{card.TrainerHash}`.");
        page.AppendLine("- What it does: of each stretch that the rules of claims propose or pass over, tells kind and mode, or that it is no claim, its class, and whether it is a standing fact or several happenings.");
        page.AppendLine("- How: a network with one hidden layer over vectors of verb, subject, objects and frame, and weights of signs (words, verb, tree, frame, names, dates, what the rules say); decision 35.");
        page.AppendLine(CultureInfo.InvariantCulture, $"- Heard against the rules from these beliefs on: no claim {model.Bounds.Drop:F2}, other kind or mode {model.Bounds.Change:F2}, a claim of its own {model.Bounds.Make:F2}, other class {model.Bounds.Classify:F2}.");
        page.AppendLine(CultureInfo.InvariantCulture, $"- Licence of the model file: {card.Licence}.");
        page.AppendLine("- Not for: who did what to whom, who says it, how many, where a claim begins and ends; those stay with the rules.");
        page.AppendLine().AppendLine("## Options").AppendLine();
        foreach (var (name, value) in card.Options)
            page.AppendLine(CultureInfo.InvariantCulture, $"- {name}: {value}");
        page.AppendLine().AppendLine("## Made of").AppendLine().AppendLine("| source | licence | used for | SHA-256 |").AppendLine("| --- | --- | --- | --- |");
        foreach (var source in card.Sources)
            page.AppendLine(CultureInfo.InvariantCulture, $"| {source.Name} | {source.Licence} | {source.Use} | `{source.Sha256}` |");
        page.AppendLine().AppendLine("## Scores").AppendLine();
        page.AppendLine("Own claims: the corpus by five folds, each read with a model that has not seen it; the first table line of each measure is of the rules alone. Phenomena count texts of which every annotated claim is read as annotated.").AppendLine();
        page.AppendLine("| set | measure | value |").AppendLine("| --- | --- | --- |");
        foreach (var score in card.Scores.OrderBy(s => s.Measure, StringComparer.Ordinal).ThenByDescending(s => s.Set, StringComparer.Ordinal))
            page.AppendLine(CultureInfo.InvariantCulture, $"| {score.Set} | {score.Measure} | {score.Value:F3} |");
        return page.ToString().ReplaceLineEndings("\n");
    }
}
