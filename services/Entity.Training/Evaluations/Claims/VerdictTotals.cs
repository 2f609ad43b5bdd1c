using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Evaluations.Claims;

/// <summary>Verdicts on texts, counted by field.</summary>
internal static class VerdictTotals
{
    /// <summary>Fields in the order in which they are told: a claim's span and kind first.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        ["claim", "class", "mode", "speaker", "source", "chain", "actors", "targets", "quoted", "fatalities", "background", "repeated", "links"];

    /// <summary>How often a field was judged, and how often it was right.</summary>
    public static (int Right, int Of) Of(IEnumerable<ChallengeVerdict> verdicts, string field)
    {
        var judged = verdicts.SelectMany(v => v.Fields).Where(f => f.Field == field).ToList();
        return (judged.Count(f => f.Right), judged.Count);
    }

    /// <summary>"claim 18/22, class 10/14": the fields that were judged at all.</summary>
    public static string Line(IReadOnlyList<ChallengeVerdict> verdicts) =>
        string.Join(", ", Fields.Select(f => (Field: f, Total: Of(verdicts, f))).Where(t => t.Total.Of > 0).Select(t => $"{t.Field} {t.Total.Right}/{t.Total.Of}"));

    /// <summary>A part of a whole, 0 of nothing.</summary>
    public static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
