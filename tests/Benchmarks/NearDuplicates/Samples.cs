using System.Text;
using Truceline.Ingest.V1;

namespace Truceline.Benchmarks.NearDuplicates;

/// <summary>Texts to measure with.</summary>
internal static class Samples
{
    private static readonly string[] Sentences =
    [
        .. new[] { "same-event.txt", "copies.txt" }.SelectMany(f => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "NearDuplicates", f)))
            .Where(l => l.Length > 0 && l[0] is not ('=' or '#')).SelectMany(l => l.Split(". ")).Where(s => s.Length > 20).Select(s => s.TrimEnd('.') + ". "),
    ];

    private static readonly string[] Words = MakeWords();

    /// <summary>Prose: sentences of the stories that were written for the tests, in an order drawn by lot; another text for each number.</summary>
    internal static Report Prose(int words, int number)
    {
        var random = new Random(number);
        var text = new StringBuilder();
        for (var count = 0; count < words;)
        {
            var sentence = Sentences[random.Next(Sentences.Length)];
            text.Append(sentence);
            count += sentence.Count(c => c == ' ');
        }

        return Report(number, text.ToString());
    }

    /// <summary>A text of its own: made-up words, the common ones more often, so that a million of them are as different as a million stories.</summary>
    internal static Report Distinct(int words, int number)
    {
        var random = new Random(number);
        var text = new StringBuilder(words * 8);
        for (var i = 0; i < words; i++)
        {
            var rank = random.NextDouble();
            text.Append(Words[(int)(rank * rank * rank * Words.Length)]).Append(i % 17 == 16 ? ". " : " ");
        }

        return Report(number, text.ToString());
    }

    /// <summary>A copy of it as outlets make them: the beginning cut off, a note added, some words changed.</summary>
    internal static Report CopyOf(Report report)
    {
        var words = report.Text.Split(' ');
        for (var i = 40; i < words.Length; i += 40)
        {
            words[i] = "otherwise";
        }

        return new Report { Text = string.Join(' ', words[30..]) + " All rights reserved by whoever printed it first in the evening edition." };
    }

    private static Report Report(int number, string text) => new() { Id = $"sha256:{number:x64}", Text = text };

    private static string[] MakeWords()
    {
        var random = new Random(1);
        string[] syllables = ["ka", "to", "ri", "men", "sal", "ve", "nor", "di", "ham", "el", "bra", "cu", "pon", "ti", "ger", "os", "la", "wen", "fi", "du"];
        return [.. Enumerable.Range(0, 30_000).Select(i => string.Concat(Enumerable.Range(0, 1 + (i > 300 ? random.Next(1, 4) : 0)).Select(_ => syllables[random.Next(20)])))];
    }
}
