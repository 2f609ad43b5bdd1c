namespace Truceline.Ingest.Stories.Signatures;

/// <summary>A report that carries the same text.</summary>
/// <param name="story">The story that it was added under.</param>
/// <param name="report">The report.</param>
/// <param name="similarity">How sure and how much the same, [0, 1]; 1 for the same words in the same order.</param>
/// <param name="ofQuery">Share of the text in question that is in the matched report's, [0, 1], estimated.</param>
/// <param name="ofMatch">Share of the matched report's text that is in the text in question, [0, 1], estimated.</param>
internal sealed class StoryMatch(CompactId story, CompactId report, double similarity, double ofQuery, double ofMatch)
{
    /// <summary>The story that it was added under.</summary>
    internal string StoryId => story.ToString();

    /// <summary>The report.</summary>
    internal string ReportId => report.ToString();

    /// <summary>How sure and how much the same, [0, 1]; 1 for the same words in the same order.</summary>
    internal double Similarity => similarity;

    /// <summary>Share of the text in question that is in the matched report's, [0, 1], estimated.</summary>
    internal double OfQuery => ofQuery;

    /// <summary>Share of the matched report's text that is in the text in question, [0, 1], estimated.</summary>
    internal double OfMatch => ofMatch;

    /// <summary>Whether the words are the same, in the same order.</summary>
    internal bool IsExact => Similarity >= 1;
}

/// <summary>A report as the index holds it.</summary>
/// <param name="StoryId">Its story.</param>
/// <param name="ReportId">Its id.</param>
/// <param name="Signature">Its signature.</param>
internal sealed record IndexedReport(string StoryId, string ReportId, StorySignature Signature);
