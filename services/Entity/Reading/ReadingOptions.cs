namespace Truceline.Entity.Reading;

/// <summary>What a reading takes in and gives back beyond the text; the default reads everything and knows nothing besides.</summary>
internal sealed record ReadingOptions
{
    /// <summary>Everything, and nothing known besides.</summary>
    public static ReadingOptions Default { get; } = new();

    /// <summary>Whether claims are read; default true. Without them the reading is that of names, dates, quantities and positions.</summary>
    public bool Claims { get; init; } = true;
}
