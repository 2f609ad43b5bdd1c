using System.Globalization;
using System.Text;

namespace Truceline.Ingest.Formats.JsonSchemas;

/// <summary>A place in a JSON document; written only when it is asked for. Immutable.</summary>
internal sealed class JsonPath
{
    private readonly JsonPath? _parent;
    private readonly string? _member;
    private readonly int _index;

    private JsonPath(JsonPath? parent, string? member, int index)
    {
        _parent = parent;
        _member = member;
        _index = index;
    }

    /// <summary>The whole document.</summary>
    internal static JsonPath Root { get; } = new(null, null, 0);

    /// <summary>A member of the object here.</summary>
    internal JsonPath Member(string name) => new(this, name, 0);

    /// <summary>An element of the array here, counting from 0.</summary>
    internal JsonPath Element(int index) => new(this, null, index);

    /// <summary>The JSON pointer (RFC 6901), e.g. <c>/associations/0/name</c>.</summary>
    public override string ToString()
    {
        var steps = new Stack<string>();
        for (var at = this; at._parent is not null; at = at._parent)
        {
            steps.Push(at._member is { } name
                ? name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
                : at._index.ToString(CultureInfo.InvariantCulture));
        }

        return steps.Aggregate(new StringBuilder(), (text, step) => text.Append('/').Append(step)).ToString();
    }
}
