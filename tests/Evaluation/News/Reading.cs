using Microsoft.Extensions.DependencyInjection;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats;
using Truceline.Ingest.V1;

namespace Truceline.Evaluation.News;

/// <summary>What came of a document: its items, or why it was refused.</summary>
/// <param name="Format">The format that was found; empty when none was.</param>
/// <param name="Items">The items.</param>
/// <param name="Refusal">Why it, or the rest of it, was refused; null when it was not.</param>
internal sealed record Reading(string Format, IReadOnlyList<DocumentItem> Items, DocumentRefusedException? Refusal)
{
    private static readonly FormatDetector Detector = new(new ServiceCollection().AddFormats().BuildServiceProvider().GetServices<IDocumentFormat>());

    /// <summary>Whether all of it was read.</summary>
    internal bool IsAccepted => Refusal is null && Items.Count > 0 && Items.All(i => i is not FaultItem);

    /// <summary>Every fault with its path, for people.</summary>
    internal string Faults => string.Join("; ", Items.OfType<FaultItem>().SelectMany(f => f.Violations).Select(v => $"{v.Field}: {v.Description}")
        .Concat(Refusal is null ? [] : [$"{Refusal.Path}: {Refusal.Message} ({Refusal.Reason})"]));

    /// <summary>Reads a file as Ingest does: the format is told by the content.</summary>
    internal static async Task<Reading> OfAsync(string path, DocumentHints hints, CancellationToken cancellationToken)
    {
        var document = DocumentContent.Of(await File.ReadAllBytesAsync(path, cancellationToken), hints);
        var (format, items) = ("", new List<DocumentItem>());
        try
        {
            var found = Detector.Detect(document.Head);
            format = found.Name;
            await foreach (var item in found.ReadAsync(document, cancellationToken))
            {
                items.Add(item);
            }
        }
        catch (DocumentRefusedException refusal)
        {
            return new Reading(format, items, refusal);
        }

        return new Reading(format, items, null);
    }
}
