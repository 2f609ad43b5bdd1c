namespace Truceline.GeoZone.Maps.Queries;

/// <summary>Reads the query parameters of a request and gathers what is wrong with them. One that nobody asked for is wrong, so is one given twice.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    /// <summary>The form of all answers but tiles, as the parameter <c>f</c> calls it.</summary>
    public const string JsonForm = "json";

    private readonly List<QueryFault> _faults = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The value of a parameter; null when it is absent or given twice.</summary>
    public string? Take(string name)
    {
        _known.Add(name);
        if (!query.TryGetValue(name, out var values))
            return null;
        if (values.Count == 1)
            return values[0] ?? "";
        Fault(name, "REPEATED", "It must be given once.");
        return null;
    }

    public void Fault(string name, string reason, string description) => _faults.Add(new(name, reason, description));

    /// <summary>Fails with everything that is wrong. Call it when all known parameters were taken.</summary>
    /// <param name="form">The form of the answer; programs ask for it with the parameter <c>f</c>, though there is no other.</param>
    /// <exception cref="MapRequestException">Something is.</exception>
    public void Finish(string form = JsonForm)
    {
        if (Take("f") is { } asked && asked != form)
            Fault("f", "UNSUPPORTED_FORM", $"It must be {form}, the only form there is here.");
        // IQueryCollection ignores case; the standard does not.
        foreach (var name in query.Keys.Where(k => !_known.Contains(k)))
            Fault(name, "UNKNOWN", "There is no such parameter here.");
        if (_faults.Count > 0)
            throw MapRequestException.Invalid(_faults);
    }
}
