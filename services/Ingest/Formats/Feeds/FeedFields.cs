using Truceline.Ingest.Formats.Feeds.Markup;

namespace Truceline.Ingest.Formats.Feeds;

/// <summary>What an entry says beside the fields of a report: <c>category</c>, <c>contributor</c>, <c>rights</c>, <c>enclosure</c>; and dates that could not be read, as written.</summary>
internal static class FeedFields
{
    private const int Longest = 2000;

    /// <summary>Values by name; several of one name on lines of their own.</summary>
    internal static IReadOnlyDictionary<string, string> Of(FeedEntry entry)
    {
        var fields = new Dictionary<string, string>();
        Add("category", string.Join('\n', entry.Categories.Select(MarkupText.LineOf)));
        Add("contributor", string.Join('\n', entry.Contributors.Select(c => c.Name).Where(n => n.Length > 0)));
        Add("rights", MarkupText.LineOf(entry.Rights));
        Add("enclosure", string.Join('\n', entry.Enclosures));
        Add("published", DateText.Read(entry.Published) is null ? entry.Published : "");
        Add("updated", DateText.Read(entry.Updated) is null ? entry.Updated : "");
        return fields;

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                fields.Add(name, value.Length > Longest ? value[..Longest] : value);
            }
        }
    }
}
