namespace Truceline.Evaluation.NearDuplicates;

/// <summary>Makes copies of a text as they occur: one to five edits each.</summary>
internal static class CopyMaker
{
    private static readonly (string Name, int Weight, Func<Draft, bool> Apply)[] Edits =
    [
        ("lead cut", 3, PartEdits.CutLead), ("first paragraphs", 3, PartEdits.KeepBeginning), ("end cut", 3, PartEdits.CutEnd), ("middle cut", 2, PartEdits.CutMiddle),
        ("sentences dropped", 2, PartEdits.DropSentences), ("dateline", 3, PartEdits.Dateline), ("headline", 3, PartEdits.Headline),
        ("outlet's intro", 2, PartEdits.IntroOfOutlet), ("boilerplate", 4, PartEdits.Boilerplate), ("background inserted", 3, PartEdits.InsertBackground),
        ("paragraph moved", 2, PartEdits.MoveParagraph), ("marks", 3, WordEdits.Marks), ("spelling", 2, WordEdits.Spelling), ("figures", 4, WordEdits.Figures),
        ("names", 3, WordEdits.Transliteration), ("reworded", 3, WordEdits.Reword), ("light edit", 2, WordEdits.LightEdit), ("typos", 1, WordEdits.Typos),
        ("line breaks", 1, WordEdits.LineBreaks),
    ];

    /// <summary>A copy, and how it was made.</summary>
    internal static (string Text, string How) Make(BaseText text, Random random)
    {
        var draft = new Draft(text.Paragraphs, random);
        var applied = new List<string>();
        var wanted = random.Next(1, 6);
        var cuts = 0;
        for (var attempt = 0; applied.Count < wanted && attempt < 20; attempt++)
        {
            var (name, apply) = Choose(random);
            // A text that is cut three times is a text of its own.
            var isCut = name.EndsWith("cut", StringComparison.Ordinal) || name is "first paragraphs" or "sentences dropped";
            if (!applied.Contains(name) && (!isCut || cuts < 2) && apply(draft))
            {
                applied.Add(name);
                cuts += isCut ? 1 : 0;
            }
        }

        return (string.Join("\n\n", draft.Paragraphs), string.Join(", ", applied));
    }

    private static (string Name, Func<Draft, bool> Apply) Choose(Random random)
    {
        var at = random.Next(Edits.Sum(e => e.Weight));
        foreach (var (name, weight, apply) in Edits)
        {
            at -= weight;
            if (at < 0)
            {
                return (name, apply);
            }
        }

        throw new InvalidOperationException();
    }
}
