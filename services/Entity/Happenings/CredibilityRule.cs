using Truceline.Entity.V1;
using Truceline.Type.V1;

namespace Truceline.Entity.Happenings;

/// <summary>What is known of one side of a happening.</summary>
/// <param name="Origins">Origins independent of each other that say so; unknown ones count for none.</param>
/// <param name="Reliability">Best reliability of a report among them.</param>
/// <param name="Against">Origins independent of these that say the contrary.</param>
/// <param name="FiguresDiffer">Whether figures of independent origins exclude each other.</param>
/// <param name="ActorsDiffer">Whether independent origins accuse different ones.</param>
internal sealed record SideFacts(int Origins, SourceReliability Reliability, int Against, bool FiguresDiffer, bool ActorsDiffer);

/// <summary>
/// Credibility of information in the Admiralty system (1 confirmed … 5 improbable, 6 cannot be judged) from the reliability of its sources, their independence and
/// how well they agree. First what speaks for it gives a grade, then what speaks against it takes it down. Decision 28 has the table. Pure.
/// </summary>
internal static class CredibilityRule
{
    private const int Doubtful = 4;
    private const int Improbable = 5;
    private const int CannotBeJudged = 6;

    /// <summary>The grade with every step that led to it.</summary>
    internal static (InformationCredibility Grade, IReadOnlyList<CredibilityReason> Reasons) Judge(SideFacts side)
    {
        var reasons = new List<CredibilityReason>();
        var grade = Start(side, reasons);
        if (side.Against > 0)
        {
            var outweighed = side.Against >= side.Origins;
            grade = grade == CannotBeJudged ? Doubtful : Math.Min(Improbable, Math.Max(grade + 1, outweighed ? Doubtful : 0));
            Note(reasons, "denied", $"{Count(side.Against, "independent origin")} say the contrary: {(outweighed ? "doubtful at best" : "one grade less")}.");
        }

        if (side.ActorsDiffer && grade < Doubtful)
        {
            grade++;
            Note(reasons, "actors_differ", "Independent origins say that different ones did it: one grade less.");
        }

        if (side.FiguresDiffer && grade < Doubtful)
        {
            grade++;
            Note(reasons, "figures_differ", "Figures of independent origins exclude each other: one grade less.");
        }

        return ((InformationCredibility)grade, reasons);
    }

    private static int Start(SideFacts side, List<CredibilityReason> reasons)
    {
        var reliable = side.Reliability is SourceReliability.A or SourceReliability.B or SourceReliability.C;
        switch (side.Origins)
        {
            case >= 3:
                return Note(reasons, "three_origins", $"{side.Origins} origins independent of each other say it.", 1);
            case 2 when reliable:
                return Note(reasons, "two_origins_one_reliable", $"Two origins independent of each other say it, one of them of reliability {side.Reliability}.", 1);
            case 2:
                return Note(reasons, "two_origins", "Two origins independent of each other say it; none of known reliability C or better.", 2);
        }

        return side.Reliability switch
        {
            SourceReliability.A => Note(reasons, "one_origin_a", "One origin of reliability A says it.", 2),
            SourceReliability.B => Note(reasons, "one_origin_b", "One origin of reliability B says it.", 3),
            SourceReliability.C => Note(reasons, "one_origin_c", "One origin of reliability C says it.", 3),
            SourceReliability.D => Note(reasons, "one_origin_d", "One origin of reliability D says it.", Doubtful),
            SourceReliability.E => Note(reasons, "one_origin_e", "One origin of reliability E says it.", Improbable),
            _ => Note(reasons, "one_origin_unjudged", "One origin says it, and its reliability is not known.", CannotBeJudged),
        };
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private static int Note(List<CredibilityReason> reasons, string code, string text, int grade = 0)
    {
        reasons.Add(new CredibilityReason { Code = code, Text = text });
        return grade;
    }
}
