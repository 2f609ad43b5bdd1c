namespace Truceline.Ingest.Stories.Differences;

/// <summary>A sentence or a word of a text.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">Code unit after the last one.</param>
/// <param name="Key">What is compared: pieces with the same key are the same.</param>
internal readonly record struct TextPiece(int Start, int End, string Key)
{
    /// <summary>Its words in the text.</summary>
    internal string Of(string text) => text[Start..End];
}
