using System.Globalization;
using Truceline.Ingest.V1;

namespace Truceline.Evaluation.NearDuplicates;

/// <summary>A set of stories, their copies, and texts that look like copies and are none; the same for the same texts and seed.</summary>
internal static class NearDuplicateSet
{
    private const int TemplateReports = 12;

    /// <summary>Makes it.</summary>
    /// <param name="texts">Free texts. A quarter of them is kept for the bodies of follow-ups.</param>
    /// <param name="own">Texts of <see cref="OwnTexts"/>: copies of each other where they have the same name and kind "original" or "copy…".</param>
    /// <param name="seed">Of the generator.</param>
    internal static IReadOnlyList<LabelledText> Make(IReadOnlyList<BaseText> texts, IEnumerable<(string Name, string Kind, string Text)> own, int seed)
    {
        var random = new Random(seed);
        var shuffled = texts.OrderBy(_ => random.Next()).ToArray();
        // Each is the body of one text only: two with the same body would be copies.
        var fresh = new Queue<BaseText>(shuffled[..(shuffled.Length / 4)]);
        var set = new List<LabelledText>();
        foreach (var text in shuffled[fresh.Count..])
        {
            AddStory(set, text, fresh, random);
        }

        for (var template = 0; template < Templates.Count; template++)
        {
            for (var i = 0; i < TemplateReports; i++)
            {
                var name = $"template {template}/{i}";
                Add(set, name, name, "template", Templates.Fill(template, random));
            }
        }

        foreach (var (name, kind, text) in own)
        {
            var isCopy = kind == "original" || kind.StartsWith("copy", StringComparison.Ordinal);
            Add(set, $"{name} / {kind}", isCopy ? name : $"{name} / {kind}", kind, text);
        }

        return [.. set.OrderBy(_ => random.Next())];
    }

    private static void AddStory(List<LabelledText> set, BaseText text, Queue<BaseText> fresh, Random random)
    {
        var number = 0;
        string Id() => string.Create(CultureInfo.InvariantCulture, $"{text.Name}#{number++}");
        var first = set.Count;
        Add(set, Id(), text.Name, "original", string.Join("\n\n", text.Paragraphs));
        for (var copies = random.Next(0, 5); copies > 0; copies--)
        {
            var (copy, how) = CopyMaker.Make(text, random);
            Add(set, Id(), text.Name, how, copy);
        }

        if (random.Next(2) == 0 && fresh.TryPeek(out var news) && Others.FollowUp(text, news, set.Skip(first).Select(t => t.Report.Text), random) is { } followUp)
        {
            fresh.Dequeue();
            var id = Id();
            Add(set, id, id, "follow-up", followUp);
        }

        if (random.Next(3) == 0 && fresh.TryPeek(out news) && Others.SameNames(text, news, random) is { } same)
        {
            fresh.Dequeue();
            var id = Id();
            Add(set, id, id, "same names and quotes", same);
        }
    }

    private static void Add(List<LabelledText> set, string id, string story, string how, string text) =>
        set.Add(new LabelledText(id, story, how, new Report { Id = id, Text = text }));
}
