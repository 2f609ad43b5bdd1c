using System.Runtime.CompilerServices;
using System.Text;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Json;

/// <summary>An item of a JSON document.</summary>
/// <param name="Path">Where it stands: a JSON Pointer (RFC 6901), with the number of the line or record before it when there are several.</param>
/// <param name="Piece">The item.</param>
internal readonly record struct JsonItem(string Path, JsonPiece Piece);

/// <summary>
/// Gives the items of a JSON document one by one: of an array at the root, of the array under a member of the object at the root, of JSON lines, of a text
/// sequence (RFC 7464, RFC 8142), or the one object that it is.
/// </summary>
internal static class JsonItems
{
    private const char RecordSeparator = '\u001e';

    /// <summary>Reads the items in bounded memory.</summary>
    /// <param name="document">The document.</param>
    /// <param name="list">Member of the root object that holds the items, e.g. <c>features</c>; empty when there is none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DocumentRefusedException">TRUNCATED, TOO_LARGE, TOO_DEEP, MALFORMED.</exception>
    internal static async IAsyncEnumerable<JsonItem> ReadAsync(
        DocumentContent document, string list, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var source = new JsonPieces(await document.OpenTextAsync(cancellationToken), document.Limits);
        var items = await source.PeekAsync(cancellationToken) switch
        {
            '[' => ArrayAsync(source, "", cancellationToken),
            RecordSeparator => RecordsAsync(source, RecordSeparator, "record", cancellationToken),
            '{' when HasLines(document.Head.Text) => RecordsAsync(source, '\n', "line", cancellationToken),
            '{' when list.Length > 0 => ObjectAsync(source, list, cancellationToken),
            '{' => ObjectsAsync(source, cancellationToken),
            null => throw new DocumentRefusedException("document", "It is empty.", "EMPTY"),
            _ => throw new DocumentRefusedException(source.Place, "It must begin with an object or an array.", "MALFORMED"),
        };
        await foreach (var item in items)
        {
            yield return item;
        }
    }

    // Lines are independent of each other when the first one is a whole object and another follows.
    private static bool HasLines(string head)
    {
        var text = head.AsSpan().TrimStart().TrimStart('\uFEFF').TrimStart();
        var end = text.IndexOf('\n');
        if (end <= 0)
        {
            return false;
        }

        var line = text[..end].TrimEnd();
        return new JsonScan(int.MaxValue).Advance(line) == line.Length && text[end..].TrimStart() is ['{', ..];
    }

    private static async IAsyncEnumerable<JsonItem> ArrayAsync(JsonPieces source, string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await source.ExpectAsync('[', cancellationToken);
        for (var i = 0L; !await source.SkipAsync(']', cancellationToken); i++)
        {
            if (i > 0)
            {
                await source.ExpectAsync(',', cancellationToken);
            }

            yield return new JsonItem($"{path}/{i}", await source.ReadValueAsync(cancellationToken));
        }
    }

    // Empty lines and empty records count as none.
    private static async IAsyncEnumerable<JsonItem> RecordsAsync(
        JsonPieces source, char separator, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 1L; await source.PeekAsync(cancellationToken) is not null;)
        {
            if (await source.ReadUntilAsync(separator, cancellationToken) is { Raw.Length: > 0 } piece)
            {
                yield return new JsonItem($"{name} {i++}", piece);
            }
        }
    }

    // One object as a rule; several one after the other are taken, too.
    private static async IAsyncEnumerable<JsonItem> ObjectsAsync(JsonPieces source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = await source.ReadValueAsync(cancellationToken);
        var isAlone = await source.PeekAsync(cancellationToken) is null;
        yield return new JsonItem(isAlone ? "" : "object 1", first);
        for (var i = 2L; await source.PeekAsync(cancellationToken) is { } next; i++)
        {
            if (next is not ('{' or '['))
            {
                throw new DocumentRefusedException(source.Place, "Something stands behind the end of the last object.", "MALFORMED");
            }

            yield return new JsonItem($"object {i}", await source.ReadValueAsync(cancellationToken));
        }
    }

    private static async IAsyncEnumerable<JsonItem> ObjectAsync(JsonPieces source, string list, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rest = new StringBuilder("{");
        var hasList = false;
        await source.ExpectAsync('{', cancellationToken);
        while (!await source.SkipAsync('}', cancellationToken))
        {
            if (rest.Length > 1)
            {
                await source.ExpectAsync(',', cancellationToken);
            }

            var name = (await source.ReadValueAsync(cancellationToken)).Raw;
            await source.ExpectAsync(':', cancellationToken);
            if (name == $"\"{list}\"" && await source.PeekAsync(cancellationToken) == '[')
            {
                hasList = true;
                rest.Append(rest.Length > 1 ? "," : "").Append(name).Append(":[]");
                await foreach (var item in ArrayAsync(source, $"/{list}", cancellationToken))
                {
                    yield return item;
                }

                continue;
            }

            rest.Append(rest.Length > 1 ? "," : "").Append(name).Append(':').Append((await source.ReadValueAsync(cancellationToken)).Raw);
            if (rest.Length > 16 * 1024 * 1024)
            {
                throw new DocumentRefusedException(source.Place, "Its members beside the list must be at most 16 Mi characters.", "TOO_LARGE");
            }
        }

        if (!hasList)
        {
            yield return new JsonItem("", new JsonPiece(rest.Append('}').ToString(), 0));
        }

        if (await source.PeekAsync(cancellationToken) is not null)
        {
            throw new DocumentRefusedException(source.Place, "Something stands behind its end.", "MALFORMED");
        }
    }
}
