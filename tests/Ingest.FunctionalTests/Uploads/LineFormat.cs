using System.Globalization;
using System.Runtime.CompilerServices;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.FunctionalTests.Uploads;

/// <summary>A format for tests: behind a first line "#lines" each line is a report; one that begins with "!" is a fault, one that begins with "???" ends the document.</summary>
internal sealed class LineFormat : IDocumentFormat
{
    /// <summary>Line at which reading stands still, from 0; none when negative.</summary>
    public long StopsAt { get; set; } = -1;

    /// <summary>Lets it go on.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether every line is a report.</summary>
    public bool TakesShouts { get; set; }

    public string Name => "lines";

    public FormatMatch Match(DocumentHead head) => head.Text.StartsWith("#lines", StringComparison.Ordinal) ? FormatMatch.Certain : FormatMatch.None;

    public async IAsyncEnumerable<DocumentItem> ReadAsync(DocumentContent document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = await document.OpenTextAsync(cancellationToken);
        await text.ReadLineAsync(cancellationToken);
        for (var row = 0; await text.ReadLineAsync(cancellationToken) is { } line; row++)
        {
            if (row == StopsAt)
            {
                await Gate.Task.WaitAsync(cancellationToken);
            }

            var path = string.Create(CultureInfo.InvariantCulture, $"row {row}");
            yield return line switch
            {
                ['?', '?', '?', ..] when !TakesShouts => throw new DocumentRefusedException(path, "Here it breaks off.", "TRUNCATED"),
                ['!', ..] when !TakesShouts => new FaultItem(path, [new() { Field = "line", Description = "It must not shout.", Reason = "SHOUTS" }], line),
                _ => new ReportItem(path, new ReportContent { Text = new MappedText(line, TextMap.Identity(line.Length)) }),
            };
        }
    }

    /// <summary>A document of so many lines.</summary>
    public static byte[] Document(int lines, int first = 0) => System.Text.Encoding.UTF8.GetBytes(
        "#lines\n" + string.Concat(Enumerable.Range(first, lines).Select(i => $"Patrol number {i} saw nothing new near the crossing.\n")));
}
