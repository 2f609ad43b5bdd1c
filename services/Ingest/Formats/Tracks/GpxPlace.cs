namespace Truceline.Ingest.Formats.Tracks;

/// <summary>Where in a GPX document the reader is, and what the points there are of. Not thread-safe.</summary>
/// <param name="fallback">What is told of the document outside it; may be empty.</param>
internal sealed class GpxPlace(string fallback)
{
    private readonly List<(string Element, int Number, Dictionary<string, int> Children)> _open = [];
    private string _document = "";
    private string _track = "";

    /// <summary>What the points of the present track are of.</summary>
    internal string ObjectId => _track.Length > 0 ? _track : _document.Length > 0 ? _document : fallback.Length > 0 ? fallback : Track;

    /// <summary>What kind of thing that is; empty when the track does not say it.</summary>
    internal string Type { get; private set; } = "";

    // "gpx/trk[2]": better than nothing, and the same at every reading of this document.
    private string Track => _open.Count > 1 ? $"{_open[1].Element} {_open[1].Number}" : "";

    /// <summary>An element opens; those at its depth and deeper are closed.</summary>
    /// <returns>Its path, e.g. <c>/gpx/trk[1]/trkseg[2]/trkpt[17]</c>.</returns>
    internal string Open(int depth, string element)
    {
        Close(depth);
        var number = 1;
        if (_open.Count > 0)
        {
            var children = _open[^1].Children;
            number = children[element] = children.GetValueOrDefault(element) + 1;
        }

        _open.Add((element, number, []));
        if (depth == 1)
        {
            (_track, Type) = ("", "");
        }

        return string.Concat(_open.Select((o, i) => i == 0 ? $"/{o.Element}" : $"/{o.Element}[{o.Number}]"));
    }

    /// <summary>An element closes.</summary>
    internal void Close(int depth)
    {
        if (_open.Count > depth)
        {
            _open.RemoveRange(depth, _open.Count - depth);
        }
    }

    /// <summary>A name or a type of the element that is open.</summary>
    /// <param name="element">Name of the element that says it.</param>
    /// <param name="text">What it says.</param>
    /// <param name="depth">Its depth.</param>
    internal void Say(string element, string text, int depth)
    {
        var parent = _open.Count > 0 && depth > 0 ? _open[Math.Min(depth, _open.Count) - 1].Element : "";
        if (parent is "gpx" or "metadata" && element == "name")
        {
            _document = text;
        }
        else if (parent is "trk" or "rte")
        {
            (_track, Type) = element == "name" ? (text, Type) : (_track, text);
        }
    }
}
