using Truceline.Entity.Reading.Knowledge;
using Truceline.Entity.Reading.Names.Chaining;
using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Places.Resolution;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Names;

/// <summary>
/// Finds what a report names: the knowledge base, patterns, word lists and the tagger propose; the best set of proposals without overlaps is
/// kept; then people, then places, each with what was found before them. Immutable after it is built, safe to share between threads; build it once.
/// </summary>
internal sealed class NameReader
{
    private readonly IReadOnlyList<IMentionSource> _proposers;
    private readonly IReadOnlyList<IMentionSource> _stages;
    private readonly Tagger? _tagger;
    private readonly Ministries _ministries;
    private readonly Nominals _nominals;
    private readonly EntityAssembly _assembly;

    /// <summary>Builds the reader over a gazetteer and the embedded knowledge base, without a tagger.</summary>
    public NameReader(Gazetteer gazetteer)
        : this(gazetteer, KnowledgeBase.Load((gazetteer ?? throw new ArgumentNullException(nameof(gazetteer))).Countries))
    {
    }

    /// <summary>Builds the reader.</summary>
    /// <param name="gazetteer">Places.</param>
    /// <param name="knowledge">What is known of groups, bodies and persons.</param>
    /// <param name="tagger">Sees names that no list holds; null to read by rules and lists alone.</param>
    public NameReader(Gazetteer gazetteer, KnowledgeBase knowledge, Tagger? tagger = null)
    {
        ArgumentNullException.ThrowIfNull(gazetteer);
        ArgumentNullException.ThrowIfNull(knowledge);
        _tagger = tagger;
        var states = new StateNames(gazetteer.Countries, gazetteer, knowledge);
        var vocabulary = new Vocabulary();
        _proposers = [new KnownNames(knowledge, states, gazetteer), new StateBodies(states), new NamePatterns(states, vocabulary, gazetteer), new Weapons(), new TaggedNames(states)];
        _stages = [new People(states, vocabulary, new Offices(), gazetteer, knowledge), new Toponyms(states, gazetteer), new Peoples()];
        _ministries = new Ministries(states);
        _nominals = new Nominals(states, knowledge);
        _assembly = new EntityAssembly(gazetteer, knowledge);
    }

    /// <summary>Everything named in the body of a report, in order of first mention; spans lie in the text. Takes any text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="header">What the text says of itself.</param>
    /// <param name="areas">Areas of agreements in force; none when not given.</param>
    public IReadOnlyList<NamedEntity> Read(SegmentedText text, ReportHeader header, AreasOfInterest? areas = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(header);
        var context = new MentionContext(AtomRow.Of(text, header.Body), header, Tags(text, header));
        var proposals = new List<NameMention>();
        foreach (var proposer in _proposers)
            proposals.AddRange(proposer.Find(context));
        context.AddFree(Selection.Best(proposals));
        _ministries.Place(context);
        Acronyms.Know(context);
        context.AddFree(Acronyms.Find(context));
        foreach (var stage in _stages)
            context.AddFree(stage.Find(context));
        context.AddOver(_nominals.Find(context));
        return _assembly.Assemble(context, areas ?? AreasOfInterest.None);
    }

    private List<TaggedSpan> Tags(SegmentedText text, ReportHeader header)
    {
        var tags = new List<TaggedSpan>();
        _tagger?.Tag(text, header.Body, tags);
        return tags;
    }
}
