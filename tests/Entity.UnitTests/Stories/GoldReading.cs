using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.UnitTests.Stories;

/// <summary>Reads the claims of a story given the gold's names, dates and figures, so that only the claim rules are tried.</summary>
internal static class GoldReading
{
    public static StoryReading Of(GoldStory story)
    {
        var entities = story.Entities.Select(e => Entity(story, e)).ToList();
        var dates = story.Dates.Select(d => Date(story.Text, d)).ToList();
        var quantities = story.Quantities.Select(Quantity).ToList();
        var header = new ReportHeader(new TextSpan(0, story.DatelinePlace.Length), story.Published, null, null, "en", new TextSpan(0, story.Text.Length), story.Published);
        var claims = new ClaimReader().Read(SegmentedText.Of(story.Text), header, entities, dates, quantities);
        return new StoryReading(header, entities, dates, quantities, claims);
    }

    /// <summary>The gold names a thing once; here every place where the name or a person's last name stands.</summary>
    private static NamedEntity Entity(GoldStory story, GoldEntity gold)
    {
        var names = gold.Mentions.Select(m => m.Of(story.Text)).ToList();
        if (gold.Type == EntityType.Person)
            names.Add(names[0].Split(' ')[^1]);
        var spans = names.Distinct().SelectMany(n => Occurrences(story.Text, n)).Where(s => !names.Exists(n =>
            Occurrences(story.Text, n).Any(o => o != s && o.Contains(s)))).Distinct().OrderBy(s => s.Start);
        return new NamedEntity(gold.Id, gold.Type, names[0], [.. spans.Select(s => new EntityMention(s, gold.Kind.EndsWith("government", StringComparison.Ordinal)))])
        {
            Kind = gold.Kind.Length > 0 ? gold.Kind : null,
            Places = gold.Latitude is { } latitude ? [new PlaceCandidate("gold:" + gold.Id, names[0], "city", latitude, gold.Longitude!.Value, 1000, null, 1)] : [],
        };
    }

    private static IEnumerable<TextSpan> Occurrences(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            yield return new TextSpan(at, at + name.Length);
    }

    private static DateMention Date(string text, GoldDate gold)
    {
        var parts = gold.Value.Split('/');
        var (start, end) = (Day(parts[0], false), Day(parts[^1], true));
        var before = text[Math.Max(0, gold.Span.Start - 12)..gold.Span.Start];
        var isLimit = before.EndsWith("by ", StringComparison.Ordinal) || before.EndsWith("by the ", StringComparison.Ordinal)
            || before.EndsWith("before the ", StringComparison.Ordinal) || before.EndsWith("within ", StringComparison.Ordinal);
        return new DateMention(gold.Span, gold.Value, start, end, DatePrecision.Day) { IsLimit = isLimit };
    }

    private static DateOnly Day(string value, bool last) => value.Length switch
    {
        4 => new DateOnly(int.Parse(value, null), last ? 12 : 1, last ? 31 : 1),
        7 => new DateOnly(int.Parse(value[..4], null), int.Parse(value[5..], null), last ? 28 : 1),
        _ => DateOnly.ParseExact(value, "yyyy-MM-dd", null),
    };

    private static QuantityMention Quantity(GoldQuantity gold)
    {
        var kind = gold.Kind.Split(' ')[0] switch
        {
            "fatalities" => QuantityKind.Fatalities,
            "distance" => QuantityKind.Distance,
            "population" => QuantityKind.Population,
            "displaced" => QuantityKind.Displaced,
            "injuries" => QuantityKind.Injuries,
            "duration" => QuantityKind.Duration,
            "calibre" => QuantityKind.Calibre,
            "mass" => QuantityKind.Mass,
            _ => QuantityKind.Count,
        };
        return new QuantityMention(gold.Span, kind, gold.Value ?? gold.Low ?? gold.LowMetres ?? gold.HighMetres, gold.Value ?? gold.HighMetres, "")
        {
            IsBackground = gold.Kind.Contains("total", StringComparison.Ordinal),
        };
    }
}
