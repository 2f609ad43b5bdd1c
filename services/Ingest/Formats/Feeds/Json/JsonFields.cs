namespace Truceline.Ingest.Formats.Feeds.Json;

/// <summary>Takes fields out of a feed or an item; what is absent or of the wrong type is empty.</summary>
/// <param name="node">The object.</param>
internal sealed class JsonFields(JsonNode node)
{
    internal FeedText Text(FeedTextKind kind, string name) =>
        Member(node, name)?.Text is { Text.Length: > 0 } text ? new FeedText(text, kind) : FeedText.None;

    internal string Line(string name) => Line(node, name);

    /// <summary>The strings of a list, or those that a member of its objects holds.</summary>
    internal IReadOnlyList<string> Lines(string name, string? member = null) =>
        [.. (Member(node, name)?.Elements ?? []).Select(e => member is null ? e.Text?.Text ?? "" : Line(e, member)).Where(l => l.Length > 0)];

    internal IReadOnlyList<FeedLink> Links(params (string Name, string Relation)[] names) =>
        [.. names.Select(n => new FeedLink(Line(n.Name), n.Relation)).Where(l => l.Href.Length > 0)];

    /// <summary>Version 1.1's list, else version 1's only author; a bare name counts too.</summary>
    internal IReadOnlyList<FeedPerson> Authors() =>
    [
        .. (Member(node, "authors")?.Elements ?? []).DefaultIfEmpty(Member(node, "author") ?? JsonNode.Empty)
            .Select(a => a.Text is { } name ? FeedPersons.Read(name.Text) : Person(a)).OfType<FeedPerson>(),
    ];

    private static FeedPerson? Person(JsonNode author) =>
        (FeedPersons.Read(Line(author, "name")) ?? new FeedPerson("")) with { Uri = Line(author, "url") } is var person
        && person.Name.Length + person.Email.Length + person.Uri.Length > 0 ? person : null;

    private static string Line(JsonNode from, string name) => Member(from, name)?.Text?.Text ?? "";

    private static JsonNode? Member(JsonNode from, string name)
    {
        foreach (var (key, value) in from.Members)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }
}
