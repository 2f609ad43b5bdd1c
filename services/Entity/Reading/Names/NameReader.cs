using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Names;

/// <summary>
/// Finds what a report names, by rules and word lists. Immutable after it is built, safe to share between threads; build it once.
/// </summary>
internal sealed class NameReader
{
    private readonly IReadOnlyList<IReadOnlyList<IMentionSource>> _stages;
    private readonly EntityAssembly _assembly;

    /// <summary>Builds the reader over a gazetteer.</summary>
    public NameReader(Gazetteer gazetteer)
    {
        ArgumentNullException.ThrowIfNull(gazetteer);
        var states = new StateNames(gazetteer.Countries);
        var vocabulary = new Vocabulary();
        // Within a stage the longest mention wins; between stages the earlier one.
        _stages =
        [
            [new KnownNames(), new StateBodies(states), new NamePatterns(states, vocabulary, gazetteer), new Weapons()],
            [new People(states, vocabulary, new Offices(), gazetteer)],
            [new Toponyms(states, vocabulary, gazetteer)],
        ];
        _assembly = new EntityAssembly(gazetteer);
    }

    /// <summary>Everything named in the body of a report, in order of first mention; spans lie in the text. Takes any text.</summary>
    public IReadOnlyList<NamedEntity> Read(SegmentedText text, ReportHeader header)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(header);
        var context = new MentionContext(AtomRow.Of(text, header.Body), header);
        foreach (var stage in _stages)
            context.AddFree(stage.SelectMany(source => source.Find(context)).ToList());
        return _assembly.Assemble(context);
    }
}
