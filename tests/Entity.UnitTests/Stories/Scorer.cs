using Truceline.Entity.Reading;

namespace Truceline.Entity.UnitTests.Stories;

/// <summary>How much of a story was read, and what was read that is not in it.</summary>
internal sealed record Score(
    Share Entities, Share Dates, Share Quantities, Share Claims, Share Right, Share Commitments, int Wrong, IReadOnlyList<string> Remarks)
{
    public override string ToString() =>
        $"entities {Entities}, dates {Dates}, quantities {Quantities}, claims {Claims}, right {Right}, commitments {Commitments}, wrong {Wrong}\n"
        + string.Join('\n', Remarks);
}

/// <summary>Found of so many.</summary>
internal readonly record struct Share(int Found, int Of)
{
    /// <summary>Whether it is at least as large a share as found of so many elsewhere.</summary>
    public bool Reaches(int found, int of) => Found * of >= found * Of;

    public override string ToString() => $"{Found}/{Of}";
}

/// <summary>
/// Compares a reading with the gold, one to one: names, dates and figures by an overlap of half their union, claims by two fifths and their kind.
/// </summary>
internal static class Scorer
{
    private const double NearKilometres = 60;
    private const double EarthDiameterKilometres = 12_742;

    private static readonly EntityType[][] Alike =
    [
        [EntityType.Organisation, EntityType.ArmedGroup, EntityType.ArmedForce],
        [EntityType.Weapon, EntityType.MilitaryPlatform, EntityType.Vehicle],
        [EntityType.Location, EntityType.Facility],
    ];

    public static Score Of(GoldStory story, StoryReading reading)
    {
        var remarks = new List<string>();
        var entities = Pair(story.Entities, reading.Entities, Same);
        var dates = Pair(story.Dates, reading.Dates, (g, d) => Overlap(g.Span, d.Span) >= 0.5 && g.Value == d.Value);
        var quantities = Pair(story.Quantities, reading.Quantities, Same);
        var claims = Pair(story.Claims, reading.Claims, (g, c) =>
            g.Kind == c.Kind && Overlap(g.Span, c.Evidence) >= 0.4 && (g.Deadline is null || g.Deadline == c.Deadline?.Value));
        var known = story.Entities.ToDictionary(g => g.Id, g => reading.Entities.Where(e => Same(g, e)).Select(e => e.Id).ToHashSet());
        remarks.AddRange(Missed("entity", story.Entities, entities, g => g.Mentions[0].Of(story.Text)));
        remarks.AddRange(Missed("date", story.Dates, dates, g => $"{g.Span.Of(story.Text)} = {g.Value}"));
        remarks.AddRange(Missed("quantity", story.Quantities, quantities, g => g.Span.Of(story.Text)));
        remarks.AddRange(Missed("claim", story.Claims, claims, g => $"{g.Kind}: {g.Evidence}"));
        var faulty = claims.Select(p => (Gold: story.Claims[p.Key], Faults: Faults(story.Claims[p.Key], reading.Claims[p.Value], known))).Where(f => f.Faults.Count > 0).ToList();
        remarks.AddRange(faulty.Select(f => $"not right ({string.Join(", ", f.Faults)}): {f.Gold.Evidence}"));
        var wrong = Wrong(story, reading, claims).ToList();
        remarks.AddRange(wrong.Select(c => $"not in the story, or told twice: {c.Kind}: {c.Evidence.Of(story.Text)}"));
        var duties = story.Claims.Count(c => c.Kind == ClaimKind.Commitment);
        return new Score(
            new(entities.Count, story.Entities.Count), new(dates.Count, story.Dates.Count), new(quantities.Count, story.Quantities.Count),
            new(claims.Count, story.Claims.Count), new(claims.Count - faulty.Count, story.Claims.Count),
            new(claims.Keys.Count(i => story.Claims[i].Kind == ClaimKind.Commitment), duties), wrong.Count, remarks);
    }

    private static IEnumerable<ClaimDraft> Wrong(GoldStory story, StoryReading reading, Dictionary<int, int> claims)
    {
        for (var j = 0; j < reading.Claims.Count; j++)
        {
            var claim = reading.Claims[j];
            if (claims.ContainsValue(j) || claim.Kind is ClaimKind.Statement)
                continue;
            var near = Enumerable.Range(0, story.Claims.Count).Where(i => Overlap(story.Claims[i].Span, claim.Evidence) > 0.1).ToList();
            if (near.Count == 0 || near.Exists(i => claims.ContainsKey(i) && story.Claims[i].Kind == claim.Kind))
                yield return claim;
        }
    }

    private static List<string> Faults(GoldClaim gold, ClaimDraft claim, Dictionary<string, HashSet<string>> known)
    {
        var faults = new List<string>();
        Check("place", gold.Place, claim.Place);
        Check("speaker", gold.Speaker, claim.Speaker);
        Check("source", gold.Source, claim.Source);
        if (gold.Date is not null && gold.Date != claim.Date?.Value)
            faults.Add("date");
        if (gold.Actors.Count(a => claim.Actors.Any(known[a].Contains)) * 2 < gold.Actors.Count)
            faults.Add("actors");
        return faults;

        void Check(string field, string? wanted, string? got)
        {
            if (wanted is not null && (got is null || !known[wanted].Contains(got)))
                faults.Add($"{field} {got}");
        }
    }

    private static IEnumerable<string> Missed<T>(string what, IReadOnlyList<T> gold, Dictionary<int, int> found, Func<T, string> label) =>
        gold.Where((_, i) => !found.ContainsKey(i)).Select(g => $"missed {what}: {label(g)}");

    private static Dictionary<int, int> Pair<TGold, TGot>(IReadOnlyList<TGold> gold, IReadOnlyList<TGot> got, Func<TGold, TGot, bool> same)
    {
        var pairs = new Dictionary<int, int>();
        var used = new HashSet<int>();
        for (var i = 0; i < gold.Count; i++)
        {
            var match = Enumerable.Range(0, got.Count).Where(j => !used.Contains(j) && same(gold[i], got[j])).Select(j => (int?)j).FirstOrDefault();
            if (match is not { } found)
                continue;
            used.Add(found);
            pairs[i] = found;
        }
        return pairs;
    }

    private static bool Same(GoldEntity gold, NamedEntity got) =>
        (gold.Type == got.Type || Alike.Any(g => g.Contains(gold.Type) && g.Contains(got.Type))) && Near(gold, got)
        && gold.Mentions.Any(g => got.Mentions.Any(m => Overlap(g, m.Span) >= 0.5));

    private static bool Near(GoldEntity gold, NamedEntity got)
    {
        if (gold.Latitude is not { } latitude || gold.Longitude is not { } longitude || gold.Kind.EndsWith("government", StringComparison.Ordinal))
            return true;
        return got.Places is [var place, ..] && Kilometres(latitude, longitude, place.Latitude, place.Longitude) <= NearKilometres;
    }

    private static double Kilometres(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var (a, b, c, d) = (double.DegreesToRadians(latitude1), double.DegreesToRadians(longitude1), double.DegreesToRadians(latitude2), double.DegreesToRadians(longitude2));
        var h = Math.Pow(Math.Sin((c - a) / 2), 2) + Math.Cos(a) * Math.Cos(c) * Math.Pow(Math.Sin((d - b) / 2), 2);
        return EarthDiameterKilometres * Math.Asin(Math.Sqrt(h));
    }

    /// <summary>The bounds of a figure: an exact one has both, an open one only its lower.</summary>
    private static bool Same(GoldQuantity gold, QuantityMention got)
    {
        if (Overlap(gold.Span, got.Span) < 0.5)
            return false;
        if (gold.LowMetres is { } low && (got.Kind is not QuantityKind.Distance || got.Low != low))
            return false;
        if (gold.HighMetres is { } high && (got.Kind is not QuantityKind.Distance || got.High != high))
            return false;
        return (gold.Value ?? gold.Low) is not { } value || got.Low == value || (gold.Low is null && got.High == value);
    }

    private static double Overlap(TextSpan a, TextSpan b)
    {
        var common = Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
        return common == 0 ? 0 : (double)common / (Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start));
    }
}
