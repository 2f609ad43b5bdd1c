namespace Truceline.GeoZone.Maps.Sources;

/// <summary>Gathers the properties of a feature; what is empty is left out.</summary>
internal sealed class PropertyList
{
    private readonly List<KeyValuePair<string, object>> _properties = [];

    public IReadOnlyList<KeyValuePair<string, object>> All => _properties;

    public PropertyList Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            _properties.Add(new(name, value));
        return this;
    }

    public PropertyList Add(string name, bool value) => Put(name, value);

    public PropertyList Add(string name, long value) => Put(name, value);

    public PropertyList Add(string name, double value) => double.IsFinite(value) ? Put(name, value) : this;

    private PropertyList Put(string name, object value)
    {
        _properties.Add(new(name, value));
        return this;
    }
}
