namespace Truceline.Entity.Reading.Places.Recognition;

/// <summary>Gathers what the text, the tagger and the gazetteer say of a candidate.</summary>
internal static class FactFinder
{
    /// <summary>The facts of a candidate.</summary>
    /// <param name="words">The text.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="tags">The tagger's word on each word; null when there is no tagger.</param>
    /// <param name="states">States that the text names.</param>
    /// <param name="mask">Their bits.</param>
    /// <param name="classes">The strongest sort of place whose name begins at each word.</param>
    /// <param name="lastPlace">Last word of the place found before it; -1 when there is none.</param>
    public static CandidateFacts Of(PlaceWords words, ToponymCandidate candidate, WordTag[]? tags, Dictionary<string, int> states, ulong mask, NameClass[] classes, int lastPlace)
    {
        var (first, last, known) = candidate;
        var word = words[first];
        var single = first == last;
        var here = known.LiesIn(states, mask, exact: true) ? 2 : known.LiesIn(states, mask, exact: false) ? 1 : 0;
        var relation = tags is null ? TagRelation.Untagged : RelationOf(tags, first, last);
        // The spellings of the readable tables are all as good: which one heads the row says nothing.
        var main = known.Class == NameClass.Curated || (known.Matches is { } matches && matches[0].IsMainName);
        var style = (single && word.Has(WordTraits.English | WordTraits.Never) ? 1 : 0) + (word.Is(WordShape.First) ? 2 : 0) + (word.Is(WordShape.AllCapitals) ? 4 : 0);
        return new CandidateFacts(
            known.Class, here, relation, BeforeOf(words, first, lastPlace), AfterOf(words, classes, last), style, Math.Min(last - first, 2),
            main ? 1 : 0);
    }

    private static TagRelation RelationOf(WordTag[] tags, int first, int last)
    {
        var tag = tags[first].Type is null ? tags[last] : tags[first];
        if (tag.Type is not { } type)
            return TagRelation.None;
        var exact = tag.FirstWord == first && tag.LastWord == last;
        var inside = tag.FirstWord <= first && last <= tag.LastWord;
        return type switch
        {
            EntityType.Location or EntityType.Facility => exact ? TagRelation.LocationExact : inside ? TagRelation.LocationLonger : TagRelation.LocationOther,
            EntityType.Organisation => exact ? TagRelation.OrganisationExact : tag.FirstWord == first ? TagRelation.OrganisationFirst : TagRelation.OrganisationInner,
            EntityType.Person => exact ? TagRelation.PersonExact : TagRelation.PersonPart,
            EntityType.Nationality => TagRelation.NationalityAny,
            _ => TagRelation.OtherAny,
        };
    }

    private static Before BeforeOf(PlaceWords words, int first, int lastPlace)
    {
        if (!words.SameSentence(first - 1, first))
            return Before.Start;
        var previous = words[first - 1];
        var second = words.SameSentence(first - 2, first) ? words[first - 2] : words[-1];
        if (previous.Is(WordShape.Comma))
            return lastPlace == first - 2 ? Before.CommaPlace : Before.Comma;
        if (previous.Has(WordTraits.And) && lastPlace == first - 2)
            return Before.AndPlace;
        // "West Nile", not "In Paris" at the start of a sentence.
        if (previous.Is(WordShape.Capital) && !previous.Is(WordShape.First) && lastPlace != first - 1)
            return previous.Has(WordTraits.Title) ? Before.Title : Before.Capital;
        if (previous.Has(WordTraits.Locative))
            return Before.Locative;
        var text = words.SpanOf(first - 1);
        if (text.Equals("the", StringComparison.OrdinalIgnoreCase))
            return second.Has(WordTraits.Locative) ? Before.Locative : Before.The;
        if (text.Equals("of", StringComparison.OrdinalIgnoreCase))
            return second.Has(WordTraits.PlaceNoun) ? Before.OfPlace : Before.Of;
        if (previous.Has(WordTraits.Title))
            return Before.Title;
        return previous.Is(WordShape.Capital) && lastPlace != first - 1 ? Before.Capital : previous.Is(WordShape.Mark) ? Before.Mark : Before.Other;
    }

    private static After AfterOf(PlaceWords words, NameClass[] classes, int last)
    {
        if (!words.SameSentence(last, last + 1))
            return After.End;
        var next = words[last + 1];
        if (next.Is(WordShape.Possessive))
            return After.Possessive;
        if (next.Is(WordShape.Comma))
            return last + 2 < classes.Length && classes[last + 2] <= NameClass.LargeCity ? After.CommaPlace : After.Comma;
        if (next.Is(WordShape.Mark))
            return words.SpanOf(last + 1)[0] switch { '$' => After.Currency, '/' => After.Slash, _ => After.Mark };
        if (next.Is(WordShape.Joined))
            return After.Joined;
        if (next.Is(WordShape.Capital))
            return next.Has(WordTraits.Body) ? After.Body : next.Has(WordTraits.PlaceNoun) ? After.NamedPlaceNoun : After.Capital;
        return next.Has(WordTraits.PlaceNoun) ? After.PlaceNoun : next.Has(WordTraits.Speech) ? After.Speech : After.Other;
    }
}
