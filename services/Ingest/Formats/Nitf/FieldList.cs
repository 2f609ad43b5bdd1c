namespace Truceline.Ingest.Formats.Nitf;

/// <summary>Gathers fields that a report has no place for, within bounds. Not thread-safe.</summary>
internal sealed class FieldList
{
    private const int Longest = 2000;
    private const int MostValues = 100;

    private readonly Dictionary<string, string> _fields = [];

    /// <summary>What was gathered.</summary>
    internal IReadOnlyDictionary<string, string> All => _fields;

    /// <summary>Adds a field's values; empty ones and those beyond the bounds are left out.</summary>
    internal void Add(string name, IEnumerable<string> values)
    {
        var joined = string.Join('\n', values.Where(v => v.Length > 0).Distinct().Take(MostValues));
        if (joined.Length > 0)
        {
            _fields[name] = joined[..Math.Min(joined.Length, Longest)];
        }
    }
}
