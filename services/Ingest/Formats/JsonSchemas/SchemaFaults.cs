namespace Truceline.Ingest.Formats.JsonSchemas;

/// <summary>Collects faults up to a bound, so that a hostile document can't make the list long. Not thread-safe.</summary>
internal sealed class SchemaFaults
{
    /// <summary>Most faults that are listed; the others are counted by nobody.</summary>
    internal const int Most = 100;

    private readonly List<SchemaFault> _faults = [];

    /// <summary>What was found, in the order in which it was found.</summary>
    internal IReadOnlyList<SchemaFault> Found => _faults;

    /// <summary>Whether no more is listed.</summary>
    internal bool IsFull => _faults.Count >= Most;

    /// <summary>Notes a fault.</summary>
    internal void Add(JsonPath path, string description)
    {
        if (!IsFull)
        {
            _faults.Add(new SchemaFault(path.ToString(), description));
        }
    }
}
