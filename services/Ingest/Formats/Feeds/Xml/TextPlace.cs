namespace Truceline.Ingest.Formats.Feeds.Xml;

/// <summary>Says where in a text something is.</summary>
internal static class TextPlace
{
    /// <summary><c>line 3, column 7</c>, both from 1, columns in UTF-16 units.</summary>
    internal static string Of(string text, int at)
    {
        var before = text.AsSpan(0, Math.Min(at, text.Length));
        var lineStart = before.LastIndexOf('\n') + 1;
        return $"line {before.Count('\n') + 1}, column {before.Length - lineStart + 1}";
    }
}
