using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Feeds.Xml;

/// <summary>
/// Entities that a document type declares. None is ever expanded: harmless ones are found in old feeds and stand as they are written; those that grow or
/// reach elsewhere are an attack, and are called one. Linear in what stands before the first element.
/// </summary>
internal static class DeclaredEntities
{
    private const string Mark = "<!ENTITY";

    /// <summary>Refuses a document whose entities refer to others or to another document.</summary>
    /// <exception cref="DocumentRefusedException">ENTITIES, with line and column.</exception>
    internal static void Refuse(string text)
    {
        var root = XmlProlog.StartOf(text);
        var end = root < 0 ? text.Length : root;
        for (var at = text.IndexOf(Mark, 0, end, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Mark, at + 1, end - at - 1, StringComparison.Ordinal))
        {
            var last = text.IndexOf('>', at, end - at);
            var declaration = text.AsSpan(at, (last < 0 ? end : last) - at);
            if (declaration.ContainsAny('&', '%') || declaration.Contains(" SYSTEM ", StringComparison.Ordinal) || declaration.Contains(" PUBLIC ", StringComparison.Ordinal))
            {
                throw new DocumentRefusedException(TextPlace.Of(text, at), "It declares an entity that refers to others or to another document.", "ENTITIES");
            }
        }
    }
}
