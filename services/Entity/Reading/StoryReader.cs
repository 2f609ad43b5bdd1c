using Truceline.Entity.Reading.Claims;
using Truceline.Entity.Reading.Coordinates;
using Truceline.Entity.Reading.Header;
using Truceline.Entity.Reading.Names;
using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Quantities;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Reading.Times;

namespace Truceline.Entity.Reading;

/// <summary>Reads a text: what it says of itself, whom and what it names, when, how many, and what it claims. Thread-safe; any text is read.</summary>
internal sealed class StoryReader(Gazetteer gazetteer)
{
    private readonly NameReader _names = new(gazetteer);
    private readonly DateReader _dates = new();
    private readonly QuantityReader _quantities = new();
    private readonly ClaimReader _claims = new();

    /// <summary>Builds the reader over the embedded gazetteer; takes a moment, so build it once.</summary>
    public StoryReader()
        : this(Gazetteer.Load())
    {
    }

    /// <summary>Version of the rules; claims carry it.</summary>
    public static string Version => "rules-1";

    /// <summary>Reads one text.</summary>
    /// <param name="text">The text, as received; spans count in it.</param>
    /// <param name="context">What is known of it before.</param>
    public StoryReading Read(string text, ReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var header = HeaderReader.Read(text, context);
        var segmented = SegmentedText.Of(text);
        var entities = _names.Read(segmented, header);
        var dates = _dates.Read(segmented, header);
        var quantities = _quantities.Read(segmented, header, dates);
        var coordinates = CoordinateReader.Read(segmented);
        var claims = header.LanguageSupported ? _claims.Read(segmented, header, entities, dates, quantities) : [];
        return new StoryReading(header, entities, dates, quantities, claims) { Coordinates = coordinates };
    }
}
