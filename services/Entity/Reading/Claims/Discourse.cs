using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims;

/// <summary>Whom "he", "the group" or "the two sides" stands for, by what was said last. One per reading; not safe between threads.</summary>
internal sealed class Discourse(Words words, EntityIndex index)
{
    private static readonly FrozenSet<string> Persons = Words.Set("he she");
    private static readonly FrozenSet<string> Things = Words.Set("it its they");
    private static readonly FrozenSet<string> Offices = Words.Set(
        "leader president minister premier chancellor secretary spokesman spokeswoman envoy general commander official diplomat king adviser chief mediator");
    private static readonly FrozenSet<string> Bodies = Words.Set(
        "agency ministry mission group movement statement government army military organisation organization force bloc union monitor observatory newspaper report party council");
    private static readonly FrozenSet<string> Pairs = Words.Set("leaders presidents ministers men chiefs");
    private static readonly FrozenSet<string> Sides = Words.Set("sides parties belligerents camps signatories forces armies");

    private static readonly FrozenSet<string> Officials = Words.Set("officials government authorities military army forces troops police command ministry diplomats side");

    /// <summary>Most characters beside a state's name when the subject is that name alone ("the United States").</summary>
    private const int LongestBeside = 5;

    private string? _lastPerson;
    private string? _lastBody;

    /// <summary>Who made the last agreement or promise together; empty when nobody did.</summary>
    public IReadOnlyList<string> Parties { get; set; } = [];

    /// <summary>The last commitment, which "this" and "the deal" point back to.</summary>
    public ClaimDraft? LastCommitment { get; set; }

    /// <summary>Remembers who spoke.</summary>
    public void Spoke(string? id)
    {
        var entity = index.Entities.FirstOrDefault(e => e.Id == id);
        if (entity?.Type == EntityType.Person)
            _lastPerson = id;
        else if (entity is not null)
            _lastBody = id;
    }

    /// <summary>Remembers the subject of a sentence, which "it" or, unless somebody speaks in the sentence, "he" in the next one stands for.</summary>
    public void Told(int first, int end, bool hasSpeaker)
    {
        if (first >= end)
            return;
        var actors = Actors(first, end);
        if (actors.FirstOrDefault(a => index.Entities.Any(e => e.Id == a && e.Type is not (EntityType.Person or EntityType.Nationality))) is { } body)
            _lastBody = body;
        if (!hasSpeaker && actors.Where(IsPerson).ToList() is [var person])
            _lastPerson = person;
    }

    private static bool IsBare(NamedEntity entity, TextSpan subject) =>
        entity.Mentions.Any(m => subject.Contains(m.Span) && subject.Length - m.Span.Length <= LongestBeside);

    private bool IsPerson(string id) => index.Entities.Any(e => e.Id == id && e.Type == EntityType.Person);

    /// <summary>Who speaks, given the subject of the verb of saying; null when it can't be told.</summary>
    public string? Speaker(int first, int end)
    {
        if (first >= end)
            return _lastPerson ?? _lastBody;
        var span = words.Source.SpanOf(first, end - 1);
        var named = index.In(span).ToList();
        if (named.FirstOrDefault(m => m.Entity.Type == EntityType.Person && !IsPossessive(m)).Entity is { } person)
            return person.Id;
        var nationality = named.FirstOrDefault(m => m.Entity.Type is EntityType.Nationality or EntityType.Location).Entity;
        if (words.Any(first, end, Offices))
            return words[first] is "a" or "an" ? OfBody(named)
                : OfficeHolder(span.Start, nationality?.Country, first, end) ?? OfBody(named) ?? (nationality is null ? _lastPerson : null);
        if (Persons.Contains(words[first]) && end - first <= 2)
            return _lastPerson ?? LastNamed(span.Start, EntityType.Person);
        if (OfBody(named) is { } body)
            return body;
        if (words.Find(first, end, Bodies) is var noun && noun >= 0 && BodyCalled(words[noun], span.Start) is { } called)
            return called;
        // "Russian officials" speak for the state, "Russian news agencies" do not.
        if (nationality is not null && (words.Any(first, end, Officials) || IsBare(nationality, span)))
            return nationality.Type == EntityType.Nationality ? index.CountryOf(nationality)?.Id : nationality.Id;
        // "the ministry" is the one spoken of; "the city council" is one of its own, even where no name tells it.
        if (Things.Contains(words[first]) || (end - first <= 2 && words.Any(first, end, Bodies)))
            return _lastBody ?? LastNamed(span.Start, EntityType.Organisation);
        return null;
    }

    /// <summary>Those who act in a subject, nouns that stand for them resolved.</summary>
    public IReadOnlyList<string> Actors(int first, int end)
    {
        if (first >= end)
            return [];
        var span = words.Source.SpanOf(first, end - 1);
        var named = index.ActorsIn(span);
        if (named.Count > 0)
            return named;
        // A place that does something stands for its government.
        if (index.In(span).FirstOrDefault(m => m.Entity.Type == EntityType.Location && m.Mention.Span == span).Entity is { } place)
            return [place.Id];
        if (words.Any(first, end, Pairs))
            return LastTwoPersons(span.Start);
        if (words.Any(first, end, Sides) && words.Any(first, end, Both))
            return Parties;
        if (Persons.Contains(words[first]))
            return _lastPerson is null ? [] : [_lastPerson];
        return words[first] is "it" && _lastBody is not null ? [_lastBody] : [];
    }

    private static readonly FrozenSet<string> Both = Words.Set("two both warring all parties");

    private static string? OfBody(List<MentionedEntity> named) =>
        named.FirstOrDefault(m => m.Entity.Type is EntityType.Organisation or EntityType.ArmedForce or EntityType.ArmedGroup).Entity?.Id;

    private bool IsPossessive(MentionedEntity mention) =>
        words[words.Source.FirstTokenAfter(mention.Mention.Span.End)] is "'s" or "'";

    private string? OfficeHolder(int position, string? country, int first, int end)
    {
        var persons = index.Before(position).Where(m => m.Entity.Type == EntityType.Person).Select(m => m.Entity).ToList();
        if (country is not null)
            return persons.FirstOrDefault(p => p.Country == country)?.Id;
        var office = words[words.Find(first, end, Offices)];
        return persons.FirstOrDefault(p => p.Role?.Contains(office, StringComparison.OrdinalIgnoreCase) == true)?.Id;
    }

    /// <summary>"the army", "the ministry": the last thing of that name, or the last force for a word for troops.</summary>
    private string? BodyCalled(string noun, int position)
    {
        var before = index.Before(position).Where(m => m.Entity.Type is EntityType.Organisation or EntityType.ArmedForce or EntityType.ArmedGroup).ToList();
        var named = before.FirstOrDefault(m => m.Entity.Name.Contains(noun, StringComparison.OrdinalIgnoreCase));
        return (named.Entity ?? (noun is "army" or "military" or "force" ? before.FirstOrDefault(m => m.Entity.Type == EntityType.ArmedForce).Entity : null))?.Id;
    }

    private string[] LastTwoPersons(int position) =>
        index.Before(position).Where(m => m.Entity.Type == EntityType.Person).Select(m => m.Entity.Id).Distinct().Take(2).ToArray();

    private string? LastNamed(int position, EntityType type) =>
        index.Before(position).FirstOrDefault(m => m.Entity.Type == type && m.Entity.Kind is not "news agency").Entity?.Id;
}
