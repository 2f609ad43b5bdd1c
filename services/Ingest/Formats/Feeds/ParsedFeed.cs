using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Feeds;

/// <summary>A feed that was read.</summary>
/// <param name="Head">What it says of itself, wherever in the document that stands.</param>
/// <param name="Items">Its entries in their order, read one by one as they are asked for; it ends with <see cref="DocumentRefusedException"/> where the document can't be read on.</param>
internal sealed record ParsedFeed(Feed Head, IEnumerable<FeedItem> Items);
