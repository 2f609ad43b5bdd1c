using System.Globalization;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>Makes signatures. Pure; its working memory is the thread's.</summary>
internal static class SignatureMaker
{
    private static readonly DateOnly FirstDay = new(2000, 1, 1);

    /// <summary>A report's signature. A text without words is compared by the title.</summary>
    internal static StorySignature Make(Report report)
    {
        var scratch = SignatureScratch.Current;
        Begin(scratch);
        var text = TextParts.Append(report, scratch);
        if (text == 0)
        {
            WordScan.Append(report.Title, scratch);
        }

        var exactOnly = report.Observation is not null || scratch.Count < SketchShape.FewestWords;
        if (report.Observation is { } observation)
        {
            WordScan.Append(ObservationText.Of(observation), scratch);
        }

        var signature = Finish(scratch, DayOf(report), exactOnly);
        scratch.Trim();
        return signature;
    }

    private static void Begin(SignatureScratch scratch)
    {
        scratch.Count = 0;
        scratch.FigureCount = 0;
        scratch.Record.AsSpan().Fill(SketchShape.Empty);
        Array.Fill(scratch.Bins, long.MaxValue);
    }

    private static StorySignature Finish(SignatureScratch scratch, (int Number, bool IsPublished) day, bool exactOnly)
    {
        scratch.Reserve(2 * RunHashes.Lanes);
        scratch.Words.AsSpan(scratch.Count, 2 * RunHashes.Lanes).Clear();
        var exact = RunHashes.Fill(scratch);
        SignatureRecord.WriteHeader(scratch.Record, exact, scratch.Count, day, exactOnly);
        if (exactOnly)
        {
            scratch.Record.AsSpan(0, SignatureRecord.HeaderOffset).Fill(SketchShape.Empty);
            return StorySignature.Of(scratch.Record, []);
        }

        var runs = scratch.Count - SketchShape.Run + 1;
        var head = SketchShape.HeadRuns(runs);
        Span<uint> keys = stackalloc uint[StorySignature.MostKeys];
        var count = 0;
        RunSketch.Add(scratch, 0, head);
        RunSketch.WriteHead(scratch.Bins, scratch.Record.AsSpan(SignatureRecord.HeadOffset, SketchShape.HeadBins));
        count = RunKeys.Add(scratch, SketchShape.HeadGroups, keys, count);
        RunSketch.Add(scratch, head, runs);
        RunSketch.WriteWhole(scratch.Bins, scratch.Record.AsSpan(SignatureRecord.WholeOffset, SketchShape.WholeBins));
        count = RunKeys.Add(scratch, SketchShape.Groups(runs), keys, count);
        FigureScan.Write(scratch, scratch.Record.AsSpan(SignatureRecord.FiguresOffset, SketchShape.FigureBins));
        return StorySignature.Of(scratch.Record, keys[..count]);
    }

    private static (int Number, bool IsPublished) DayOf(Report report)
    {
        var published = report.Published;
        return published.Length >= 10
            && DateOnly.TryParseExact(published.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (NumberOf(day), true)
            : (report.ReceivedTime is { } received ? NumberOf(DateOnly.FromDateTime(received.ToDateTime())) : 0, false);
    }

    private static int NumberOf(DateOnly day) => Math.Clamp(day.DayNumber - FirstDay.DayNumber, 1, ushort.MaxValue);
}
