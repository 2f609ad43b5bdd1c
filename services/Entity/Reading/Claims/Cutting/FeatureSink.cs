namespace Truceline.Entity.Reading.Claims.Cutting;

/// <summary>Takes the features of a decision: their keys and, where weights are learned, their names. Not thread-safe.</summary>
/// <param name="named">Whether names are kept.</param>
internal sealed class FeatureSink(bool named = false)
{
    private readonly List<ulong> _keys = new(64);
    private readonly List<string>? _names = named ? [] : null;

    /// <summary>Keys of the features since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<ulong> Keys => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_keys);

    /// <summary>Their names; empty when none are kept.</summary>
    public IReadOnlyList<string> Names => _names ?? [];

    public void Clear()
    {
        _keys.Clear();
        _names?.Clear();
    }

    public void Add(Sign template, Sign a = default, Sign b = default)
    {
        _keys.Add(Sign.Key(template, a, b));
        _names?.Add(b.Text is not null ? $"{template.Text} {a.Text} {b.Text}" : a.Text is not null ? $"{template.Text} {a.Text}" : template.Text);
    }
}
