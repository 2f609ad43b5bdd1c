using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Claims;

/// <summary>A mention with the thing that it names.</summary>
internal readonly record struct MentionedEntity(NamedEntity Entity, EntityMention Mention);

/// <summary>Looks up what is named, dated and counted within a span.</summary>
internal sealed class EntityIndex
{
    private readonly MentionedEntity[] _mentions;
    private readonly IReadOnlyList<DateMention> _dates;
    private readonly IReadOnlyList<QuantityMention> _quantities;
    private readonly bool[] _isDate;
    private readonly SegmentedText _text;

    public EntityIndex(
        SegmentedText text, IReadOnlyList<NamedEntity> entities, IReadOnlyList<DateMention> dates, IReadOnlyList<QuantityMention> quantities)
    {
        _mentions = entities.SelectMany(e => e.Mentions, (e, m) => new MentionedEntity(e, m)).OrderBy(m => m.Mention.Span.Start).ToArray();
        Entities = entities;
        _text = text;
        _dates = dates;
        _quantities = quantities;
        _isDate = new bool[text.Tokens.Count + 1];
        foreach (var date in dates)
        {
            var (first, end) = text.TokensIn(date.Span);
            Array.Fill(_isDate, true, first, end - first);
        }
    }

    /// <summary>All entities of the reading.</summary>
    public IReadOnlyList<NamedEntity> Entities { get; }

    /// <summary>Mentions that lie in a span, in order.</summary>
    public IEnumerable<MentionedEntity> In(TextSpan span) => Near(span.Start, span.End).Where(m => span.Contains(m.Mention.Span));

    /// <summary>Mentions that end before a position, the nearest first.</summary>
    public IEnumerable<MentionedEntity> Before(int position)
    {
        for (var i = FirstFrom(position) - 1; i >= 0; i--)
        {
            if (_mentions[i].Mention.Span.End <= position)
                yield return _mentions[i];
        }
    }

    /// <summary>Expressions of time that lie in a span, in order.</summary>
    public IEnumerable<DateMention> DatesIn(TextSpan span) => _dates.Where(d => span.Contains(d.Span)).OrderBy(d => d.Span.Start);

    /// <summary>Quantities that lie in a span, in order.</summary>
    public IEnumerable<QuantityMention> QuantitiesIn(TextSpan span) => _quantities.Where(q => span.Contains(q.Span)).OrderBy(q => q.Span.Start);

    /// <summary>Whether a token is part of an expression of time.</summary>
    public bool IsDate(int token) => token >= 0 && token < _isDate.Length && _isDate[token];

    /// <summary>Ids of those in a span who can act: people, organisations, forces, states, and states named by their adjective.</summary>
    public IReadOnlyList<string> ActorsIn(TextSpan span)
    {
        var ids = new List<string>();
        foreach (var (entity, mention) in In(span))
        {
            if (entity.Type is EntityType.Location or EntityType.Nationality && IsEpithet(mention.Span))
                continue;
            var id = entity.Type switch
            {
                EntityType.Person or EntityType.Organisation or EntityType.ArmedGroup or EntityType.ArmedForce => entity.Id,
                EntityType.Location when mention.Metonym || entity.Kind is "country" => entity.Id,
                EntityType.Nationality => CountryOf(entity)?.Id ?? entity.Id,
                _ => null,
            };
            if (id is not null && !ids.Contains(id))
                ids.Add(id);
        }
        return ids;
    }

    /// <summary>"Kenyan" in "Kenyan President William Ruto" or "Kenyan coast guard": part of another's name or title.</summary>
    private bool IsEpithet(TextSpan span) => Near(span.Start - LongestTitle, span.End + LongestTitle + 1).Any(m =>
        m.Entity.Type is EntityType.Person or EntityType.Organisation or EntityType.ArmedForce or EntityType.ArmedGroup
        && (m.Mention.Span.Overlaps(span) || (m.Mention.Span.Start >= span.End && m.Mention.Span.Start - span.End <= LongestTitle
            && !_text.Text.AsSpan(span.End, m.Mention.Span.Start - span.End).ContainsAny(Breaks)
            && !_text.Text.AsSpan(span.End, m.Mention.Span.Start - span.End).Contains(" and ", StringComparison.Ordinal))));

    /// <summary>Mentions that begin in [start, end), found without a walk through all.</summary>
    private IEnumerable<MentionedEntity> Near(int start, int end)
    {
        for (var i = FirstFrom(start); i < _mentions.Length && _mentions[i].Mention.Span.Start < end; i++)
            yield return _mentions[i];
    }

    private int FirstFrom(int position)
    {
        var (low, high) = (0, _mentions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_mentions[middle].Mention.Span.Start < position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Longest title between a state and the name of its officer, in characters ("Deputy Foreign Minister").</summary>
    private const int LongestTitle = 40;

    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create(",;:.\"\n");

    /// <summary>The state in this reading to which a nationality belongs; null when the text does not name it.</summary>
    public NamedEntity? CountryOf(NamedEntity entity) => entity.Country is null
        ? null
        : Entities.FirstOrDefault(e => e.Type == EntityType.Location && e.Kind == "country" && e.Country == entity.Country);
}
