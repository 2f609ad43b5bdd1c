using System.Text;
using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>The model's card as a page: what it is, what it was made of and what it scores.</summary>
internal static class ModelCard
{
    public static string Of(TaggerCard card, IEnumerable<Score> scores)
    {
        var page = new StringBuilder();
        page.AppendLine("# Tagger model").AppendLine();
        page.AppendLine("Written by `evaluate --card`; not by hand.").AppendLine();
        page.AppendLine($"- Version: `{card.Version}`, trainer `{card.TrainerHash}`.");
        page.AppendLine("- What it does: marks persons, organisations, places, nationalities, weapons, military platforms and vehicles in English news, reports and web text.");
        page.AppendLine("- How: a window of five words (GloVe vectors, hashed affixes and shapes, word lists), one hidden layer, a conditional random field over its output.");
        page.AppendLine($"- Licence of the model file: {card.Licence}, because share-alike corpora went into it (`NOTICE`). The code that reads it stays under Apache-2.0.");
        page.AppendLine("- Not for: other languages than English; judging whether what is said is true. It mixes up kinds of names where a text gives no clue: read the scores.");
        page.AppendLine().AppendLine("## Options").AppendLine();
        foreach (var (name, value) in card.Options)
            page.AppendLine($"- {name}: {value}");
        page.AppendLine().AppendLine("## Made of").AppendLine().AppendLine("| source | licence | used for | SHA-256 |").AppendLine("| --- | --- | --- | --- |");
        foreach (var source in card.Sources)
            page.AppendLine($"| {source.Name} | {source.Licence} | {source.Use} | `{source.Sha256}` |");
        page.AppendLine().AppendLine("## Scores").AppendLine();
        page.AppendLine("Spans count when both ends and the type are right. Folds are over whole documents.").AppendLine();
        page.AppendLine(ScoreTable.Head);
        foreach (var score in scores)
            page.AppendLine(ScoreTable.Line(score));
        return page.ToString().ReplaceLineEndings("\n");
    }
}
