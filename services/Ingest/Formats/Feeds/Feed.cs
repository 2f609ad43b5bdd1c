using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Feeds;

/// <summary>What a feed says of itself. Strings are as written, but for white space around them and links, which are resolved; empty when it says nothing.</summary>
internal sealed record Feed
{
    /// <summary>Its format with the version, e.g. <c>rss-2.0</c>, <c>rss-1.0</c>, <c>atom-0.3</c>, <c>json-feed-1.1</c>.</summary>
    internal required string Version { get; init; }

    internal FeedText Title { get; init; } = FeedText.None;

    internal FeedText Description { get; init; } = FeedText.None;

    /// <summary>Its id (Atom).</summary>
    internal string Id { get; init; } = "";

    internal IReadOnlyList<FeedLink> Links { get; init; } = [];

    internal IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    /// <summary>Language as written, e.g. <c>en-us</c>.</summary>
    internal string Language { get; init; } = "";

    /// <summary>Date as written.</summary>
    internal string Published { get; init; } = "";

    /// <summary>Date as written.</summary>
    internal string Updated { get; init; } = "";

    /// <summary>Address of what the feed is about: of links to it the one that counts; empty when there is none.</summary>
    internal string Link => FeedLink.AddressIn(Links);
}

/// <summary>Something that stands in a feed's list of entries.</summary>
/// <param name="Path">Where, e.g. <c>/rss/channel/item[3]</c>, <c>/items[0]</c>.</param>
internal abstract record FeedItem(string Path);

/// <summary>An entry that can't be read.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Description">What is wrong, for people.</param>
/// <param name="Reason">For programs, e.g. <c>TOO_LARGE</c>.</param>
/// <param name="Original">Its characters, or their beginning.</param>
internal sealed record FeedFault(string Path, string Description, string Reason, string Original) : FeedItem(Path);

/// <summary>An entry. Strings are as in <see cref="Feed"/>.</summary>
internal sealed record FeedEntry(string Path) : FeedItem(Path)
{
    /// <summary>Id that the outlet gave it (guid, atom:id, id).</summary>
    internal string Id { get; init; } = "";

    /// <summary>Whether the id may be an address of the entry (RSS: isPermaLink is not false).</summary>
    internal bool IsIdLink { get; init; }

    internal FeedText Title { get; init; } = FeedText.None;

    /// <summary>The body: content:encoded, atom:content, content_html; none when there is only a summary.</summary>
    internal FeedText Content { get; init; } = FeedText.None;

    /// <summary>Description or summary. Many feeds put the whole body here.</summary>
    internal FeedText Summary { get; init; } = FeedText.None;

    internal IReadOnlyList<FeedLink> Links { get; init; } = [];

    internal IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    internal IReadOnlyList<FeedPerson> Contributors { get; init; } = [];

    /// <summary>Date as written.</summary>
    internal string Published { get; init; } = "";

    /// <summary>Date as written.</summary>
    internal string Updated { get; init; } = "";

    /// <summary>Language of the entry, when it differs from the feed's.</summary>
    internal string Language { get; init; } = "";

    /// <summary>The feed that the entry was taken from, in one that gathers others; null when it names none.</summary>
    internal Feed? Source { get; init; }

    /// <summary>Publisher that the entry names itself (dc:publisher).</summary>
    internal string Publisher { get; init; } = "";

    /// <summary>Subjects, tags and the like, in the order in which they stand.</summary>
    internal IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Who may do what with it.</summary>
    internal FeedText Rights { get; init; } = FeedText.None;

    /// <summary>Addresses of pictures, sounds and files that belong to it.</summary>
    internal IReadOnlyList<string> Enclosures { get; init; } = [];

    /// <summary>Address of the entry; see <see cref="Feed.Link"/>.</summary>
    internal string Link => FeedLink.AddressIn(Links);
}

/// <summary>A text of a feed, plain or marked up.</summary>
/// <param name="Value">Its characters, with the way back to the document.</param>
/// <param name="Kind">How to read them.</param>
internal sealed record FeedText(MappedText Value, FeedTextKind Kind)
{
    /// <summary>No text.</summary>
    internal static FeedText None { get; } = new(new MappedText("", TextMap.Identity(0)), FeedTextKind.Plain);

    /// <summary>Whether there is none.</summary>
    internal bool IsEmpty => Value.Text.Length == 0;
}

/// <summary>How the characters of a text are to be read.</summary>
internal enum FeedTextKind
{
    /// <summary>As they stand.</summary>
    Plain,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>The format does not say; it is HTML when it looks like it (RSS).</summary>
    PlainOrHtml,

    /// <summary>Something that is no text: an image, JSON.</summary>
    Other,
}

/// <summary>A link.</summary>
/// <param name="Href">The address, resolved as far as the feed allows.</param>
/// <param name="Relation">What it leads to, e.g. <c>alternate</c>, <c>self</c>.</param>
internal sealed record FeedLink(string Href, string Relation)
{
    /// <summary>The relation of a link to the thing itself.</summary>
    internal const string Alternate = "alternate";

    /// <summary>The relation of a link to what a proxy of the feed has put its own address for.</summary>
    internal const string Original = "original";

    /// <summary>The address of the thing itself; empty when there is none.</summary>
    internal static string AddressIn(IReadOnlyList<FeedLink> links) => links.FirstOrDefault(l => l.Relation == Alternate)?.Href ?? "";
}

/// <summary>A person or body. At least one of the fields is set.</summary>
/// <param name="Name">Name as written; in RSS it may be marked up.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Uri">Address of a page.</param>
internal sealed record FeedPerson(string Name, string Email = "", string Uri = "");
