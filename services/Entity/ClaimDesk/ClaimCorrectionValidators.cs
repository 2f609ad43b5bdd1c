using System.Globalization;
using Truceline.Entity.Corrections;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Entity.ClaimDesk;

/// <summary>Says what is wrong with the wish for a claim.</summary>
internal sealed class GetClaimValidator : IRequestValidator<GetClaimRequest>
{
    public string Reason => "CLAIM_INVALID";

    public void Check(GetClaimRequest request, FieldViolations violations) => violations.AddIf(request.ClaimId.Length == 0, "claim_id", "It is required.", "REQUIRED");
}

/// <summary>Says everything that is wrong with an acceptance.</summary>
internal sealed class AcceptClaimValidator : IRequestValidator<AcceptClaimRequest>
{
    public string Reason => CorrectionFields.Reason;

    public void Check(AcceptClaimRequest request, FieldViolations violations) => CorrectionFields.CheckClaim(request.ClaimId, request.CorrectedBy, request.Reason, violations);
}

/// <summary>Says everything that is wrong with a rejection.</summary>
internal sealed class RejectClaimValidator : IRequestValidator<RejectClaimRequest>
{
    public string Reason => CorrectionFields.Reason;

    public void Check(RejectClaimRequest request, FieldViolations violations) => CorrectionFields.CheckClaim(request.ClaimId, request.CorrectedBy, request.Reason, violations);
}

/// <summary>Says everything that is wrong with an edit.</summary>
internal sealed class EditClaimValidator : IRequestValidator<EditClaimRequest>
{
    private const int MostParticipants = 100;

    public string Reason => CorrectionFields.Reason;

    public void Check(EditClaimRequest request, FieldViolations violations)
    {
        CorrectionFields.CheckClaim(request.ClaimId, request.CorrectedBy, request.Reason, violations);
        violations.AddIf(request.Claim is null, "claim", "It is required.", "REQUIRED");
        violations.AddIf(request.UpdateMask is null || request.UpdateMask.Paths.Count == 0, "update_mask", "It must name at least one field.", "REQUIRED");
        for (var i = 0; i < (request.UpdateMask?.Paths.Count ?? 0); i++)
        {
            violations.AddIf(!ClaimReviews.Editable.Contains(request.UpdateMask!.Paths[i]),
                string.Create(CultureInfo.InvariantCulture, $"update_mask.paths[{i}]"), "It must be a field that can be put right.", "UNKNOWN_VALUE");
        }

        if (request is { Claim: { } claim, UpdateMask: { } mask })
        {
            CheckClaim(claim, mask.Paths.ToHashSet(StringComparer.Ordinal), violations);
        }
    }

    private static string Classes { get; } = string.Join(", ", Reading.ClaimClasses.All.Order(StringComparer.Ordinal));

    private static void CheckClaim(Claim claim, HashSet<string> paths, FieldViolations violations)
    {
        violations.AddIf(paths.Contains("kind") && (claim.Kind == ClaimKind.Unspecified || !System.Enum.IsDefined(claim.Kind)), "claim.kind", "It must be a kind of claim.", "UNKNOWN_VALUE");
        violations.AddIf(paths.Contains("mode") && (claim.Mode == AssertionMode.Unspecified || !System.Enum.IsDefined(claim.Mode)), "claim.mode", "It must be a mode of assertion.", "UNKNOWN_VALUE");
        violations.AddIf(paths.Contains("class") && !Reading.ClaimClasses.All.Contains(claim.Class), "claim.class", $"It must be one of: {Classes}.", "INVALID_CLASS");
        foreach (var (field, participants) in new[] { ("actors", claim.Actors), ("targets", claim.Targets), ("object_entities", claim.ObjectEntities), ("instruments", claim.Instruments) })
        {
            for (var i = 0; paths.Contains(field) && i < Math.Min(participants.Count, MostParticipants); i++)
            {
                violations.AddIf(participants[i].EntityId.Length == 0, string.Create(CultureInfo.InvariantCulture, $"claim.{field}[{i}].entity_id"), "It is required: corrections name entities of the catalogue.", "REQUIRED");
            }
        }

        for (var i = 0; paths.Contains("quantities") && i < Math.Min(claim.Quantities.Count, MostParticipants); i++)
        {
            violations.AddIf(claim.Quantities[i] is { HasLow: true, HasHigh: true } quantity && quantity.Low > quantity.High,
                string.Create(CultureInfo.InvariantCulture, $"claim.quantities[{i}]"), "Its low must not be above its high.", "OUT_OF_RANGE");
        }

        CorrectionFields.CheckText(claim.Object, "claim.object", 2000, required: false, violations);
        foreach (var (field, count) in new[] { ("actors", claim.Actors.Count), ("targets", claim.Targets.Count), ("object_entities", claim.ObjectEntities.Count), ("instruments", claim.Instruments.Count), ("quantities", claim.Quantities.Count) })
        {
            violations.AddIf(count > MostParticipants, "claim." + field, $"It must have at most {MostParticipants} items.", "TOO_MANY");
        }

        foreach (var (field, date) in new[] { ("date", claim.Date), ("deadline", claim.Deadline) })
        {
            violations.AddIf(paths.Contains(field) && date is not null && Happenings.DaySpan.Of(date) is null,
                "claim." + field, "Its start_date and end_date must be days, YYYY-MM-DD, the first not after the second.", "INVALID_DATE");
        }

        foreach (var (field, count) in new[] { ("fatalities", claim.Fatalities), ("injured", claim.Injured) })
        {
            violations.AddIf(count is not null && (count.Low < 0 || (count.HasHigh && count.High < count.Low)), "claim." + field, "Its low must be at least 0 and not above its high.", "OUT_OF_RANGE");
        }
    }
}

/// <summary>Says everything that is wrong with a tie.</summary>
internal sealed class LinkClaimsValidator : IRequestValidator<LinkClaimsRequest>
{
    public string Reason => CorrectionFields.Reason;

    public void Check(LinkClaimsRequest request, FieldViolations violations)
    {
        CorrectionFields.CheckClaim(request.ClaimId, request.CorrectedBy, request.Reason, violations);
        LinkFields.Check(request.ClaimId, request.OtherClaimId, request.Relation, violations);
    }
}

/// <summary>Says everything that is wrong with the wish to take a tie off.</summary>
internal sealed class UnlinkClaimsValidator : IRequestValidator<UnlinkClaimsRequest>
{
    public string Reason => CorrectionFields.Reason;

    public void Check(UnlinkClaimsRequest request, FieldViolations violations)
    {
        CorrectionFields.CheckClaim(request.ClaimId, request.CorrectedBy, request.Reason, violations);
        LinkFields.Check(request.ClaimId, request.OtherClaimId, request.Relation, violations);
    }
}

/// <summary>Says everything that is wrong with the wish to take a correction of a claim back.</summary>
internal sealed class RevertClaimCorrectionValidator : IRequestValidator<RevertClaimCorrectionRequest>
{
    public string Reason => CorrectionFields.Reason;

    public void Check(RevertClaimCorrectionRequest request, FieldViolations violations) => CorrectionFields.CheckWho(request.CorrectedBy, request.Reason, violations);
}

/// <summary>Says everything that is wrong with the wish for corrections of claims.</summary>
internal sealed class ListClaimCorrectionsValidator : IRequestValidator<ListClaimCorrectionsRequest>
{
    public string Reason => "LIST_INVALID";

    public void Check(ListClaimCorrectionsRequest request, FieldViolations violations) => LinkFields.CheckPage(request.PageSize, request.PageToken, violations);
}

/// <summary>Says everything that is wrong with the wish for changes.</summary>
internal sealed class ListReadingChangesValidator : IRequestValidator<ListReadingChangesRequest>
{
    public string Reason => "LIST_INVALID";

    public void Check(ListReadingChangesRequest request, FieldViolations violations) => LinkFields.CheckPage(request.PageSize, request.PageToken, violations);
}

/// <summary>What holds for fields of several requests. Pure.</summary>
internal static class LinkFields
{
    internal static void Check(string claimId, string otherClaimId, ClaimRelation relation, FieldViolations violations)
    {
        violations.AddIf(otherClaimId.Length == 0, "other_claim_id", "It is required.", "REQUIRED");
        violations.AddIf(claimId.Length > 0 && claimId == otherClaimId, "other_claim_id", "It must be another claim than claim_id.", "SAME_CLAIM");
        violations.AddIf(relation == ClaimRelation.Unspecified || !System.Enum.IsDefined(relation), "relation", "It must be a relation of claims.", "UNKNOWN_VALUE");
    }

    internal static void CheckPage(int size, string token, FieldViolations violations)
    {
        var page = PageRequest.Read(size, token, keys: 1, violations);
        violations.AddIf(!page.IsFirst && !long.TryParse(page.After[0], CultureInfo.InvariantCulture, out _), "page_token", "It is not a token that this list gave out.", "INVALID_TOKEN");
    }
}
