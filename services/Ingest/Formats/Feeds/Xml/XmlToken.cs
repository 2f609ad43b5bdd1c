namespace Truceline.Ingest.Formats.Feeds.Xml;

/// <summary>Kinds of tokens that <see cref="LenientXmlReader"/> finds. What lies between them is text.</summary>
internal enum XmlTokenKind
{
    /// <summary>The end of the document.</summary>
    End,

    /// <summary><c>&lt;a b="c"&gt;</c> or <c>&lt;a/&gt;</c>.</summary>
    Start,

    /// <summary><c>&lt;/a&gt;</c>.</summary>
    Close,

    /// <summary><c>&lt;![CDATA[…]]&gt;</c>.</summary>
    Data,

    /// <summary>A comment, an instruction, a document type with its internal subset.</summary>
    Other,
}

/// <summary>A token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins, UTF-16 units.</param>
/// <param name="End">After its last character.</param>
/// <param name="Name">Name of the element as written, with its prefix; empty for other kinds.</param>
/// <param name="IsEmpty">Whether the element ends with this tag.</param>
internal readonly record struct XmlToken(XmlTokenKind Kind, int Start, int End, string Name = "", bool IsEmpty = false);
