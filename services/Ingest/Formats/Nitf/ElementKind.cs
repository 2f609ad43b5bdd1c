namespace Truceline.Ingest.Formats.Nitf;

/// <summary>How an element is set in a text.</summary>
internal enum ElementKind
{
    /// <summary>In the line.</summary>
    Inline,

    /// <summary>On lines of its own.</summary>
    Line,

    /// <summary>On lines of its own between empty lines.</summary>
    Paragraph,

    /// <summary>As a paragraph that keeps its line breaks and blanks.</summary>
    Preformatted,

    /// <summary>A line break.</summary>
    LineBreak,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A cell of a row.</summary>
    Cell,

    /// <summary>Not at all.</summary>
    Hidden,
}

/// <summary>How elements are set, by their names without prefix.</summary>
internal static class ElementKinds
{
    private static readonly Dictionary<string, ElementKind> Known = new()
    {
        // NITF 3.x (https://www.iptc.org/std/NITF/3.6/) and XHTML 1.0.
        ["p"] = ElementKind.Paragraph,
        ["hl1"] = ElementKind.Paragraph,
        ["hl2"] = ElementKind.Paragraph,
        ["bq"] = ElementKind.Paragraph,
        ["blockquote"] = ElementKind.Paragraph,
        ["block"] = ElementKind.Paragraph,
        ["note"] = ElementKind.Paragraph,
        ["fn"] = ElementKind.Paragraph,
        ["ol"] = ElementKind.Paragraph,
        ["ul"] = ElementKind.Paragraph,
        ["dl"] = ElementKind.Paragraph,
        ["table"] = ElementKind.Paragraph,
        ["nitf-table"] = ElementKind.Paragraph,
        ["media"] = ElementKind.Paragraph,
        ["hr"] = ElementKind.Paragraph,
        ["h1"] = ElementKind.Paragraph,
        ["h2"] = ElementKind.Paragraph,
        ["h3"] = ElementKind.Paragraph,
        ["h4"] = ElementKind.Paragraph,
        ["h5"] = ElementKind.Paragraph,
        ["h6"] = ElementKind.Paragraph,
        ["figure"] = ElementKind.Paragraph,
        ["pre"] = ElementKind.Preformatted,
        ["div"] = ElementKind.Line,
        ["section"] = ElementKind.Line,
        ["article"] = ElementKind.Line,
        ["header"] = ElementKind.Line,
        ["footer"] = ElementKind.Line,
        ["li"] = ElementKind.Line,
        ["dt"] = ElementKind.Line,
        ["dd"] = ElementKind.Line,
        ["credit"] = ElementKind.Line,
        ["datasource"] = ElementKind.Line,
        ["media-caption"] = ElementKind.Line,
        ["media-producer"] = ElementKind.Line,
        ["caption"] = ElementKind.Line,
        ["figcaption"] = ElementKind.Line,
        ["address"] = ElementKind.Line,
        ["body"] = ElementKind.Line,
        ["html"] = ElementKind.Line,
        ["body.content"] = ElementKind.Line,
        ["byttl"] = ElementKind.Line,
        ["br"] = ElementKind.LineBreak,
        ["tr"] = ElementKind.Row,
        ["td"] = ElementKind.Cell,
        ["th"] = ElementKind.Cell,
        ["media-object"] = ElementKind.Hidden,
        ["media-metadata"] = ElementKind.Hidden,
        ["media-reference"] = ElementKind.Hidden,
        ["head"] = ElementKind.Hidden,
        ["nitf-table-metadata"] = ElementKind.Hidden,
        ["script"] = ElementKind.Hidden,
        ["style"] = ElementKind.Hidden,
        ["template"] = ElementKind.Hidden,
    };

    /// <summary>Of NITF and XHTML; what is in neither goes in the line.</summary>
    internal static ElementKind OfMarkup(string name) => Known.GetValueOrDefault(name, ElementKind.Inline);

    /// <summary>Of markup without lines: a byline, a headline.</summary>
    internal static ElementKind InLine(string name) => Known.GetValueOrDefault(name) == ElementKind.Hidden ? ElementKind.Hidden : ElementKind.Inline;

    /// <summary>Of data in a vocabulary that is not known: every element on a line of its own.</summary>
    internal static ElementKind OfData(string name) => Known.GetValueOrDefault(name, ElementKind.Line);
}
