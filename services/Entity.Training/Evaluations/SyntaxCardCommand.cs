using System.CommandLine;
using System.Globalization;
using System.Text;
using Truceline.Entity.Reading.Syntax;
using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>The verb <c>syntax-card</c>: the card of the shipped model of grammar as a page.</summary>
internal static class SyntaxCardCommand
{
    public static Command Create()
    {
        var output = new Option<FileInfo>("--out") { Description = "File to write.", Required = true };
        var command = new Command("syntax-card", "Writes the card of the shipped model of parts of speech and dependencies.") { output };
        command.SetAction(parsed =>
        {
            File.WriteAllText(parsed.GetRequiredValue(output).FullName, Page(SyntaxParser.Load().Card));
            return 0;
        });
        return command;
    }

    private static string Page(TaggerCard card)
    {
        var page = new StringBuilder();
        page.AppendLine("# Model of parts of speech and dependencies").AppendLine();
        page.AppendLine("Written by `syntax-card`; not by hand.").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"- Version: `{card.Version}`, trainer `{card.TrainerHash}`.");
        page.AppendLine("- What it does: gives each token of an English sentence its part of speech, head and relation (`Reading/Syntax/Relation.cs`).");
        page.AppendLine("- How: averaged perceptrons; a greedy arc-hybrid parser trained with a dynamic oracle (decision 34).");
        page.AppendLine(CultureInfo.InvariantCulture, $"- Licence of the model file: {card.Licence}, because share-alike corpora went into it (`NOTICE`). The code that reads it stays under Apache-2.0.");
        page.AppendLine("- Not for: other languages than English, headlines, lists. Most of what it learned from was parsed by a grammar, not by people.");
        page.AppendLine().AppendLine("## Options").AppendLine();
        foreach (var (name, value) in card.Options)
            page.AppendLine(CultureInfo.InvariantCulture, $"- {name}: {value}");
        page.AppendLine().AppendLine("## Made of").AppendLine().AppendLine("| source | licence | used for | SHA-256 |").AppendLine("| --- | --- | --- | --- |");
        foreach (var source in card.Sources)
            page.AppendLine(CultureInfo.InvariantCulture, $"| {source.Name} | {source.Licence} | {source.Use} | `{source.Sha256}` |");
        page.AppendLine().AppendLine("## Scores").AppendLine();
        page.AppendLine("`gold.conllu`: 126 sentences in our own words, annotated before a parser was run on them, by who annotated the training sentences, and shorter than news (13 tokens): they flatter. Punctuation does not count.").AppendLine();
        page.AppendLine("| set | measure | value |").AppendLine("| --- | --- | --- |");
        foreach (var score in card.Scores)
            page.AppendLine(CultureInfo.InvariantCulture, $"| {score.Set} | {score.Measure} | {score.Value:F3} |");
        return page.ToString().ReplaceLineEndings("\n");
    }
}
