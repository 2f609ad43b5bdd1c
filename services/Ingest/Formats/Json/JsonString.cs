using System.Globalization;
using System.Text;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Json;

/// <summary>Reads a JSON string with the way back to the characters that it is written with: an escape is one run, what lies between is another.</summary>
internal static class JsonString
{
    /// <summary>The string.</summary>
    /// <param name="json">A document that is known to be JSON.</param>
    /// <param name="start">The character after the opening quote.</param>
    internal static MappedText Read(string json, int start)
    {
        var text = new StringBuilder();
        var runs = new List<MapRun>();
        var at = start;
        while (true)
        {
            var length = json.AsSpan(at).IndexOfAny('"', '\\');
            if (length > 0)
            {
                runs.Add(new MapRun(text.Length, length, at, length));
                text.Append(json, at, length);
                at += length;
            }

            if (json[at] == '"')
            {
                return new MappedText(text.ToString(), new TextMap(runs));
            }

            var written = json[at + 1] == 'u' ? 6 : 2;
            runs.Add(new MapRun(text.Length, 1, at, written));
            text.Append(Unescape(json, at + 1));
            at += written;
        }
    }

    private static char Unescape(string json, int at) => json[at] switch
    {
        'u' => (char)ushort.Parse(json.AsSpan(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'b' => '\b',
        'f' => '\f',
        var other => other,
    };
}
