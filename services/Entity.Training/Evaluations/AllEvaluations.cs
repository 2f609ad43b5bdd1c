namespace Truceline.Entity.Training.Evaluations;

/// <summary>All evaluations, in the order of the table.</summary>
internal static class AllEvaluations
{
    public static IReadOnlyList<IEvaluation> List { get; } =
    [
        new WebTextEvaluation(),
        new DefenceEvaluation(),
        new OwnSentencesEvaluation(),
        new ToponymEvaluation(),
        new TemporalSuiteEvaluation(),
        new PlacesEvaluation(),
        new MissingPlacesEvaluation(),
        new FoldingEvaluation(),
        new TaggerSpeedEvaluation(),
        new SyntaxEvaluation(),
        new PloverEvaluation(),
        new Agreements.AgreementsEvaluation(),
        new Claims.ChallengeEvaluation(),
        new Claims.OwnClaimsEvaluation(),
        new Claims.ClaimSpansEvaluation(),
        new Claims.StoriesEvaluation(),
    ];
}
