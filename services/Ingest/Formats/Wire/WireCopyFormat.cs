using System.Runtime.CompilerServices;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Wire;

/// <summary>
/// Copy as wires send it: envelopes after IPTC 7901 and ANPA 1312 (ZCZC … NNNN, service lines, slugs) and closing marks (-30-, ###, ENDS). Stories that follow each other in one
/// file are items of their own; takes of one story are one. All characters stay; headers and marks are told apart as boilerplate.
/// </summary>
internal sealed class WireCopyFormat : IDocumentFormat
{
    private const int LinesOfHead = 400;

    public string Name => "wire";

    public FormatMatch Match(DocumentHead head)
    {
        if (head.Text.AsSpan().TrimStart().Length == 0 || head.Text.AsSpan().TrimStart()[0] is '<' or '{' or '[' || !head.Text.Any(char.IsLetter))
        {
            return FormatMatch.None;
        }

        var (number, closings) = (0, 0);
        var text = head.Text.AsSpan();
        while (text.Length > 0 && number < LinesOfHead)
        {
            var end = text.IndexOf('\n');
            var line = (end < 0 ? text : text[..end]).Trim();
            text = end < 0 ? default : text[(end + 1)..];
            number += line.Length > 0 ? 1 : 0;
            var kind = WireLines.KindOf(line);
            if (kind is WireLine.Begin or WireLine.Service or WireLine.End || (kind is WireLine.Slug && number <= 4))
            {
                return FormatMatch.Likely;
            }

            closings += kind is WireLine.Closing or WireLine.More ? 1 : 0;
        }

        return closings > 0 ? FormatMatch.Likely : FormatMatch.None;
    }

    public async IAsyncEnumerable<DocumentItem> ReadAsync(DocumentContent document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (text, _) = await document.ReadTextAsync(cancellationToken);
        var stories = WireStories.Split(text);
        var number = 0;
        foreach (var (start, end) in stories)
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            var path = stories.Count == 1 ? "" : $"story[{number}]";
            yield return new ReportItem(path, WireStory.Read(text, start, end));
        }
    }
}
