using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Previews;

/// <summary>Says everything that can be seen to be wrong with a preview without the agreement.</summary>
internal sealed class PreviewChangeValidator : IRequestValidator<PreviewChangeRequest>
{
    private const int MostQuestions = 1_000;

    public string Reason => "PREVIEW_INVALID";

    public void Check(PreviewChangeRequest request, FieldViolations violations)
    {
        violations.AddIf(request.AgreementId.Length == 0, "agreement_id", "It is required.", "REQUIRED");
        violations.AddIf(request.Lines.Count + request.Zones.Count + request.RemovedZoneIds.Count == 0, "zones", "At least one line, zone or id of a zone is required.", "REQUIRED");
        Questions(violations, request.Questions);
    }

    /// <summary>The positions of which a preview is asked.</summary>
    public static void Questions(FieldViolations violations, IReadOnlyList<PositionQuestion> questions)
    {
        violations.AddIf(questions.Count > MostQuestions, "questions", "There must be 1000 at most.", "OUT_OF_RANGE");
        for (var i = 0; i < Math.Min(questions.Count, MostQuestions); i++)
            QuestionChecks.Check($"questions[{i}]", questions[i], violations);
    }
}
