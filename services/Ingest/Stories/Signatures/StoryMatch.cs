namespace Truceline.Ingest.Stories.Signatures;

/// <summary>A report that carries the same text.</summary>
/// <param name="StoryId">The story that it was added under.</param>
/// <param name="ReportId">The report.</param>
/// <param name="Similarity">How sure and how much the same, [0, 1]; 1 for the same words in the same order.</param>
/// <param name="OfQuery">Share of the text in question that is in the matched report's, [0, 1], estimated.</param>
/// <param name="OfMatch">Share of the matched report's text that is in the text in question, [0, 1], estimated.</param>
internal sealed record StoryMatch(string StoryId, string ReportId, double Similarity, double OfQuery, double OfMatch)
{
    /// <summary>Whether the words are the same, in the same order.</summary>
    internal bool IsExact => Similarity >= 1;
}

/// <summary>A report as the index holds it.</summary>
/// <param name="StoryId">Its story.</param>
/// <param name="ReportId">Its id.</param>
/// <param name="Signature">Its signature.</param>
internal sealed record IndexedReport(string StoryId, string ReportId, StorySignature Signature);
