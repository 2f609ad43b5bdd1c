using Truceline.Entity.Reading.Agreements;
using Truceline.Entity.Reading.Claims;
using Truceline.Entity.Reading.Coordinates;
using Truceline.Entity.Reading.Header;
using Truceline.Entity.Reading.Knowledge;
using Truceline.Entity.Reading.Names;
using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Quantities;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Reading.Times;

namespace Truceline.Entity.Reading;

/// <summary>Reads a text: what it says of itself, whom and what it names, when, how many, and what it claims. Thread-safe; any text is read.</summary>
internal sealed class StoryReader
{
    /// <summary>Longest version that the store keeps whole.</summary>
    public const int LongestVersion = 80;

    private const string Rules = "rules-3";
    private const int KnownDigits = 8;

    private readonly NameReader _names;
    private readonly DateReader _dates = new();
    private readonly QuantityReader _quantities = new();
    private readonly ClaimReader _claims;
    private readonly string _sources;

    /// <summary>Builds the reader over the data that come with the assembly, the tagger beside the rest; takes a moment, so build it once.</summary>
    public StoryReader()
        : this(Task.Run(Tagger.Load), Gazetteer.Load())
    {
    }

    /// <summary>Builds the reader over a gazetteer, with the tagger that comes with the assembly.</summary>
    public StoryReader(Gazetteer gazetteer)
        : this(gazetteer, Tagger.Load())
    {
    }

    private StoryReader(Task<Tagger> tagger, Gazetteer gazetteer)
        : this(gazetteer, tagger.GetAwaiter().GetResult())
    {
    }

    /// <summary>Builds the reader.</summary>
    /// <param name="gazetteer">Places.</param>
    /// <param name="tagger">Sees names that no list holds; null to read by rules and lists alone.</param>
    public StoryReader(Gazetteer gazetteer, Tagger? tagger)
        : this(gazetteer, tagger, ClaimModels.Default)
    {
    }

    /// <summary>Builds the reader.</summary>
    /// <param name="gazetteer">Places.</param>
    /// <param name="tagger">Sees names that no list holds; null to read by rules and lists alone.</param>
    /// <param name="models">What has been learned of claims.</param>
    public StoryReader(Gazetteer gazetteer, Tagger? tagger, ClaimModels models)
        : this(KnowledgeBase.Load(Checked(gazetteer).Countries), gazetteer, tagger, models)
    {
    }

    private StoryReader(KnowledgeBase knowledge, Gazetteer gazetteer, Tagger? tagger, ClaimModels models)
        : this(new NameReader(gazetteer, knowledge, tagger), knowledge, models, $"known.{knowledge.Version[..KnownDigits]}+places.{gazetteer.Version}+{tagger?.Version ?? "tagger-none"}")
    {
    }

    private StoryReader(NameReader names, KnowledgeBase knowledge, ClaimModels models, string sources)
    {
        ArgumentNullException.ThrowIfNull(models);
        (_names, Knowledge, _sources, _claims) = (names, knowledge, sources, new ClaimReader(models));
        Version = $"{Rules}+{sources}+clauses-{models.Judge?.Version ?? "none"}";
    }

    /// <summary>Version of the rules and of all that they rest on; readings and claims carry it.</summary>
    public string Version { get; }

    /// <summary>What it knows of states, groups, organisations and persons.</summary>
    public KnowledgeBase Knowledge { get; }

    /// <summary>A reader that takes claims by other models and is the same in all else.</summary>
    public StoryReader With(ClaimModels models) => new(_names, Knowledge, models, _sources);

    /// <summary>The sentences of a text as the reader of claims sees them, for whoever learns from annotated texts.</summary>
    public IEnumerable<SentenceView> Sentences(string text, ReadingContext context)
    {
        var segmented = SegmentedText.Of(text);
        var header = HeaderReader.Read(segmented, context);
        var dates = _dates.Read(segmented, header);
        return ClaimReader.Views(segmented, header, _names.Read(segmented, header, context.Areas), dates, _quantities.Read(segmented, header, dates));
    }

    /// <summary>Reads one text.</summary>
    /// <param name="text">The text, as received; spans count in it.</param>
    /// <param name="context">What is known of it before.</param>
    /// <param name="options">What is to be read; all when null.</param>
    public StoryReading Read(string text, ReadingContext context, ReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        options ??= ReadingOptions.Default;
        var segmented = SegmentedText.Of(text);
        var header = HeaderReader.Read(segmented, context);
        var entities = _names.Read(segmented, header, context.Areas);
        var dates = _dates.Read(segmented, header);
        var quantities = _quantities.Read(segmented, header, dates);
        var coordinates = CoordinateReader.Read(segmented);
        IReadOnlyList<ClaimDraft> claims = [];
        if (options.Claims && header.LanguageSupported)
            claims = AgreementClaims.Read(segmented, header, entities, dates, quantities)
                ?? NewsObligations.Fill(_claims.Read(segmented, header, entities, dates, quantities), segmented, header, entities, dates, quantities);
        return new StoryReading(header, entities, dates, quantities, claims) { Coordinates = coordinates, Designations = DesignationReader.Read(segmented) };
    }

    private static Gazetteer Checked(Gazetteer gazetteer)
    {
        ArgumentNullException.ThrowIfNull(gazetteer);
        return gazetteer;
    }
}
