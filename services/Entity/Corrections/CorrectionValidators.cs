using System.Globalization;
using Truceline.Entity.Entities;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Entity.Corrections;

/// <summary>Says everything that is wrong with a merge.</summary>
internal sealed class MergeEntitiesValidator : IRequestValidator<MergeEntitiesRequest>
{
    public string Reason => CorrectionFields.Reason;

    public void Check(MergeEntitiesRequest request, FieldViolations violations)
    {
        CorrectionFields.Check(request.EntityId, request.CorrectedBy, request.Reason, violations);
        violations.AddIf(request.IntoEntityId.Length == 0, "into_entity_id", "It is required.", "REQUIRED");
        violations.AddIf(request.EntityId.Length > 0 && request.IntoEntityId == request.EntityId,
            "into_entity_id", "It must be another entity than entity_id.", "SAME_ENTITY");
    }
}

/// <summary>Says everything that is wrong with a split.</summary>
internal sealed class SplitEntityValidator : IRequestValidator<SplitEntityRequest>
{
    private const int Most = 1000;

    public string Reason => CorrectionFields.Reason;

    public void Check(SplitEntityRequest request, FieldViolations violations)
    {
        CorrectionFields.Check(request.EntityId, request.CorrectedBy, request.Reason, violations);
        CorrectionFields.CheckText(request.Name, "name", CorrectionFields.LongestName, required: false, violations);
        var (reports, names) = (request.Split?.ReportIds.Count ?? 0, request.Split?.Names.Count ?? 0);
        violations.AddIf(reports + names == 0, "split", "It must hold at least one report or name.", "REQUIRED");
        violations.AddIf(reports > Most, "split.report_ids", $"It must have at most {Most} items.", "TOO_MANY");
        violations.AddIf(names > Most, "split.names", $"It must have at most {Most} items.", "TOO_MANY");
        for (var i = 0; i < Math.Min(names, Most); i++)
        {
            violations.AddIf(EntityKeys.Fold(request.Split!.Names[i]).Length == 0,
                string.Create(CultureInfo.InvariantCulture, $"split.names[{i}]"), "It must hold a letter or digit.", "REQUIRED");
        }
    }
}

/// <summary>Says everything that is wrong with a new name.</summary>
internal sealed class RenameEntityValidator : IRequestValidator<RenameEntityRequest>
{
    public string Reason => CorrectionFields.Reason;

    public void Check(RenameEntityRequest request, FieldViolations violations)
    {
        CorrectionFields.Check(request.EntityId, request.CorrectedBy, request.Reason, violations);
        CorrectionFields.CheckText(request.Name, "name", CorrectionFields.LongestName, required: true, violations);
    }
}

/// <summary>Says everything that is wrong with a new type.</summary>
internal sealed class SetEntityTypeValidator : IRequestValidator<SetEntityTypeRequest>
{
    public string Reason => CorrectionFields.Reason;

    public void Check(SetEntityTypeRequest request, FieldViolations violations)
    {
        CorrectionFields.Check(request.EntityId, request.CorrectedBy, request.Reason, violations);
        violations.AddIf(request.Type == EntityType.Unspecified || !System.Enum.IsDefined(request.Type), "type", "It must be a type of entity.", "UNKNOWN_VALUE");
    }
}

/// <summary>Says everything that is wrong with the rejection of an entity.</summary>
internal sealed class RejectEntityValidator : IRequestValidator<RejectEntityRequest>
{
    public string Reason => CorrectionFields.Reason;

    public void Check(RejectEntityRequest request, FieldViolations violations) =>
        CorrectionFields.Check(request.EntityId, request.CorrectedBy, request.Reason, violations);
}

/// <summary>Says everything that is wrong with the rejection of a mention.</summary>
internal sealed class RejectMentionValidator : IRequestValidator<RejectMentionRequest>
{
    public string Reason => CorrectionFields.Reason;

    public void Check(RejectMentionRequest request, FieldViolations violations)
    {
        CorrectionFields.Check(request.EntityId, request.CorrectedBy, request.Reason, violations);
        violations.AddIf(request.ReportId.Length == 0, "report_id", "It is required.", "REQUIRED");
        violations.AddIf(request.Span is null || request.Span.Start < 0 || request.Span.End <= request.Span.Start,
            "span", "It must be the span of a mention, as ListMentions gives it.", "INVALID_SPAN");
    }
}

/// <summary>Says everything that is wrong with the wish to take a correction back.</summary>
internal sealed class RevertCorrectionValidator : IRequestValidator<RevertCorrectionRequest>
{
    public string Reason => CorrectionFields.Reason;

    public void Check(RevertCorrectionRequest request, FieldViolations violations) =>
        CorrectionFields.CheckWho(request.CorrectedBy, request.Reason, violations);
}

/// <summary>Says everything that is wrong with the wish for corrections.</summary>
internal sealed class ListCorrectionsValidator : IRequestValidator<ListCorrectionsRequest>
{
    public string Reason => "LIST_INVALID";

    public void Check(ListCorrectionsRequest request, FieldViolations violations)
    {
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 1, violations);
        violations.AddIf(!page.IsFirst && !long.TryParse(page.After[0], CultureInfo.InvariantCulture, out _),
            "page_token", "It is not a token that this list gave out.", "INVALID_TOKEN");
        violations.AddIf(!System.Enum.IsDefined(request.Kind), "kind", "It must be a kind of correction, or CORRECTION_KIND_UNSPECIFIED for all.", "UNKNOWN_VALUE");
    }
}

/// <summary>What holds for the fields of every correction. Pure.</summary>
internal static class CorrectionFields
{
    internal const string Reason = "CORRECTION_INVALID";
    internal const int LongestName = 200;
    private const int LongestReason = 2000;

    internal static void Check(string entityId, string correctedBy, string reason, FieldViolations violations)
    {
        violations.AddIf(entityId.Length == 0, "entity_id", "It is required.", "REQUIRED");
        CheckWho(correctedBy, reason, violations);
    }

    internal static void CheckClaim(string claimId, string correctedBy, string reason, FieldViolations violations)
    {
        violations.AddIf(claimId.Length == 0, "claim_id", "It is required.", "REQUIRED");
        CheckWho(correctedBy, reason, violations);
    }

    internal static void CheckWho(string correctedBy, string reason, FieldViolations violations)
    {
        CheckText(correctedBy, "corrected_by", LongestName, required: true, violations);
        CheckText(reason, "reason", LongestReason, required: true, violations);
    }

    internal static void CheckText(string text, string field, int longest, bool required, FieldViolations violations)
    {
        violations.AddIf(required && string.IsNullOrWhiteSpace(text), field, "It is required.", "REQUIRED");
        violations.AddIf(text.EnumerateRunes().Count() > longest, field, $"It must have at most {longest} code points.", "TOO_LONG");
    }
}
