namespace Truceline.Evaluation.NearDuplicates;

/// <summary>Texts that look like copies of a text and are none.</summary>
internal static class Others
{
    /// <summary>A follow-up: another story that ends with two of this story's paragraphs, word for word; at most 45 % of either.
    /// None when a copy was cut so much that these paragraphs are all that it holds: nothing in the texts would tell which story it is.</summary>
    internal static string? FollowUp(BaseText text, BaseText news, IEnumerable<string> copies, Random random)
    {
        var background = text.Paragraphs.Skip(1).OrderBy(_ => random.Next()).Take(2).ToArray();
        var repeated = background.Sum(Prose.Words);
        var fresh = news.Paragraphs.TakeWhile((_, i) => news.Paragraphs.Take(i).Sum(Prose.Words) < repeated * 2).ToArray();
        return background.Length == 2 && repeated <= 0.45 * text.Words && repeated <= 0.45 * (repeated + fresh.Sum(Prose.Words))
            && copies.All(c => repeated <= 0.5 * Prose.Words(c))
            ? string.Join("\n\n", fresh.Concat(background))
            : null;
    }

    /// <summary>Another story with this story's names, figures and two of its sentences as quotes; the sentences at most 30 % of either.</summary>
    internal static string? SameNames(BaseText text, BaseText news, Random random)
    {
        var quotes = text.Paragraphs.SelectMany(Prose.Sentences).OrderBy(_ => random.Next()).Take(2).ToArray();
        var quoted = quotes.Sum(Prose.Words);
        if (quoted > 0.3 * text.Words || quoted > 0.3 * news.Words)
        {
            return null;
        }

        var names = Names(text);
        var own = Names(news);
        var body = string.Join("\n\n", news.Paragraphs);
        for (var i = 0; i < own.Length && names.Length > 0; i++)
        {
            body = body.Replace(own[i], names[i % names.Length], StringComparison.Ordinal);
        }

        var paragraphs = body.Split("\n\n").ToList();
        foreach (var quote in quotes)
        {
            paragraphs.Insert(random.Next(1, paragraphs.Count + 1), $"\"{quote.TrimEnd('.')},\" one of them said.");
        }

        return string.Join("\n\n", paragraphs);
    }

    private static string[] Names(BaseText text) =>
    [
        .. text.Paragraphs.SelectMany(p => p.Split(' ').Skip(1)).Select(w => w.Trim('.', ',', '"', '\'', '(', ')'))
            .Where(w => w.Length > 3 && char.IsUpper(w[0])).Distinct(),
    ];
}
