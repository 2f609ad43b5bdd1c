using System.Globalization;
using System.Text.RegularExpressions;
using Truceline.Ingest.Documents;

namespace Truceline.Fuzz;

/// <summary>What a format made of a document.</summary>
/// <param name="Items">How many items.</param>
/// <param name="Faults">How many of them were faults.</param>
/// <param name="Refusal">Why it was refused; null when it was read to the end.</param>
/// <param name="AllocatedBytes">Memory that was asked for in all, whether it was given back or not.</param>
/// <param name="HeldBytes">Most memory that was in use, looked at now and then.</param>
/// <param name="LongestText">Length of the longest text or title of a report.</param>
internal sealed record Outcome(long Items, long Faults, DocumentRefusedException? Refusal, long AllocatedBytes, long HeldBytes, int LongestText);

/// <summary>Reads a document as a format does in the service, and checks what must hold whatever the bytes are.</summary>
internal static partial class Reading
{
    // A reading that takes longer than this has no end.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Reads to the end or to the refusal; fails when the format breaks a promise of <see cref="IDocumentFormat"/>.</summary>
    internal static Outcome Of(IDocumentFormat format, DocumentContent document, int? decodedLength = null)
    {
        var task = Task.Run(() => ReadAsync(format, document, decodedLength));
        Assert.True(task.Wait(Longest), $"{format.Name} did not end within {Longest}.");
        return task.Result;
    }

    /// <inheritdoc cref="Of(IDocumentFormat, DocumentContent, int?)"/>
    internal static Outcome Of(IDocumentFormat format, byte[] bytes) =>
        Of(format, DocumentContent.Of(bytes), LongestOriginal(format, bytes));

    // The map of an e-mail points into the text of a part, which is decoded by itself: no character takes less than a byte.
    private static int LongestOriginal(IDocumentFormat format, byte[] bytes) =>
        format.Name == "eml" ? bytes.Length : TextDecoding.Decode(bytes, "").Text.Length;

    private static async Task<Outcome> ReadAsync(IDocumentFormat format, DocumentContent document, int? decodedLength)
    {
        var (items, faults, held, longest) = (0L, 0L, 0L, 0);
        DocumentRefusedException? refusal = null;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        format.Match(document.Head);
        try
        {
            await foreach (var item in format.ReadAsync(document, CancellationToken.None))
            {
                items++;
                faults += item is FaultItem ? 1 : 0;
                longest = item is ReportItem { Content: var content } ? Math.Max(longest, Math.Max(content.Text.Text.Length, content.Title.Length)) : longest;
                held = items % 20_000 == 1 ? Math.Max(held, GC.GetTotalMemory(forceFullCollection: true)) : held;
                Check(item, decodedLength);
            }
        }
        catch (DocumentRefusedException refused)
        {
            Assert.Matches(Word(), refused.Reason);
            Assert.NotEmpty(refused.Path);
            Assert.NotEmpty(refused.Message);
            refusal = refused;
        }

        return new Outcome(items, faults, refusal, GC.GetTotalAllocatedBytes(precise: true) - before, held, longest);
    }

    private static void Check(DocumentItem item, int? decodedLength)
    {
        switch (item)
        {
            case ReportItem { Content: var content }:
                CheckMap(content.Text, decodedLength);
                CheckTime(content.Published);
                CheckTime(content.Updated);
                CheckTime(content.Observation?.Start ?? "");
                CheckTime(content.Observation?.End ?? "");
                break;
            case FaultItem fault:
                Assert.NotEmpty(fault.Violations);
                Assert.All(fault.Violations, v => Assert.Matches(Word(), v.Reason));
                Assert.True(fault.Original.Length <= 64 * 1024);
                break;
        }
    }

    private static void CheckMap(MappedText text, int? decodedLength)
    {
        var end = 0;
        foreach (var run in text.Map.Runs)
        {
            Assert.True(run.TextStart >= end && run.TextLength > 0 && run.OriginalStart >= 0 && run.OriginalLength > 0, $"{run} after {end}");
            end = run.TextStart + run.TextLength;
            Assert.True(decodedLength is not { } length || run.OriginalStart + run.OriginalLength <= length, $"{run} is beyond {decodedLength}");
        }

        Assert.True(end <= text.Text.Length, $"The map ends at {end}, the text at {text.Text.Length}.");
    }

    private static void CheckTime(string time)
    {
        if (time.Length > 0)
        {
            Assert.Matches(Time(), time);
            Assert.True(DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _), time);
        }
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,7})?(Z|[+-]\d\d:\d\d))?$")]
    private static partial Regex Time();

    [GeneratedRegex("^[A-Z][A-Z0-9_]*$")]
    private static partial Regex Word();
}
