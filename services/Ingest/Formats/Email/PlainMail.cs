using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Web;

namespace Truceline.Ingest.Formats.Email;

/// <summary>The text of a plain part: line ends as everywhere, lines that flow joined (RFC 3676). Pure; linear.</summary>
internal static class PlainMail
{
    /// <summary>The text and the way back to the part.</summary>
    /// <param name="text">The part, decoded.</param>
    /// <param name="isFlowed">Whether a line that ends with a space goes on in the next.</param>
    /// <param name="dropsSpace">Whether that space is left out.</param>
    internal static MappedText Of(string text, bool isFlowed, bool dropsSpace)
    {
        var builder = new MappedTextBuilder();
        for (var at = 0; at < text.Length;)
        {
            var feed = text.IndexOf('\n', at);
            var end = feed < 0 ? text.Length : feed > at && text[feed - 1] == '\r' ? feed - 1 : feed;
            var line = text.AsSpan(at, end - at);
            var flows = isFlowed && feed >= 0 && line.Length > 1 && line[^1] == ' ' && !line.SequenceEqual("-- ") && line[0] != '>';
            builder.Copy(flows && dropsSpace ? line[..^1] : line, at);
            if (feed >= 0 && !flows)
            {
                builder.Replace("\n", end, feed + 1 - end);
            }

            at = feed < 0 ? text.Length : feed + 1;
        }

        return builder.Build();
    }
}
