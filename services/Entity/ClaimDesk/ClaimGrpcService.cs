using System.Globalization;
using Grpc.Core;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Entity.ClaimDesk;

/// <summary>Serves <c>truceline.entity.v1.ClaimService</c>.</summary>
internal sealed class ClaimGrpcService(IClaimDesk desk) : ClaimService.ClaimServiceBase
{
    public override async Task<GetClaimResponse> GetClaim(GetClaimRequest request, ServerCallContext context) =>
        new() { Claim = await desk.GetAsync(request.ClaimId, context.CancellationToken) };

    public override async Task<AcceptClaimResponse> AcceptClaim(AcceptClaimRequest request, ServerCallContext context)
    {
        var (claim, correction) = await desk.ApplyAsync(Draft(ClaimCorrectionKind.Accept, request.ClaimId, request.CorrectedBy, request.Reason), context.CancellationToken);
        return new AcceptClaimResponse { Claim = claim, Correction = correction };
    }

    public override async Task<RejectClaimResponse> RejectClaim(RejectClaimRequest request, ServerCallContext context)
    {
        var (claim, correction) = await desk.ApplyAsync(Draft(ClaimCorrectionKind.Reject, request.ClaimId, request.CorrectedBy, request.Reason), context.CancellationToken);
        return new RejectClaimResponse { Claim = claim, Correction = correction };
    }

    public override async Task<EditClaimResponse> EditClaim(EditClaimRequest request, ServerCallContext context)
    {
        var draft = Draft(ClaimCorrectionKind.Edit, request.ClaimId, request.CorrectedBy, request.Reason);
        (draft.Edited, draft.UpdateMask) = (request.Claim, request.UpdateMask);
        var (claim, correction) = await desk.ApplyAsync(draft, context.CancellationToken);
        return new EditClaimResponse { Claim = claim, Correction = correction };
    }

    public override async Task<LinkClaimsResponse> LinkClaims(LinkClaimsRequest request, ServerCallContext context)
    {
        var draft = Draft(ClaimCorrectionKind.Link, request.ClaimId, request.CorrectedBy, request.Reason);
        (draft.OtherClaimId, draft.Relation) = (request.OtherClaimId, request.Relation);
        var (claim, correction) = await desk.ApplyAsync(draft, context.CancellationToken);
        return new LinkClaimsResponse { Claim = claim, Correction = correction };
    }

    public override async Task<UnlinkClaimsResponse> UnlinkClaims(UnlinkClaimsRequest request, ServerCallContext context)
    {
        var draft = Draft(ClaimCorrectionKind.Unlink, request.ClaimId, request.CorrectedBy, request.Reason);
        (draft.OtherClaimId, draft.Relation) = (request.OtherClaimId, request.Relation);
        var (claim, correction) = await desk.ApplyAsync(draft, context.CancellationToken);
        return new UnlinkClaimsResponse { Claim = claim, Correction = correction };
    }

    public override async Task<ListClaimCorrectionsResponse> ListClaimCorrections(ListClaimCorrectionsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 1, new FieldViolations());
        var found = await desk.ListAsync(request.ClaimId, request.ReportId, page, context.CancellationToken);
        return new ListClaimCorrectionsResponse
        {
            Corrections = { found.Take(page.Size) },
            NextPageToken = found.Count > page.Size ? TokenAfter(found[page.Size - 1].Sequence) : "",
        };
    }

    public override async Task<RevertClaimCorrectionResponse> RevertClaimCorrection(RevertClaimCorrectionRequest request, ServerCallContext context) =>
        new() { Correction = await desk.RevertAsync(request.CorrectionId, request.CorrectedBy, request.Reason, context.CancellationToken) };

    public override async Task<ListReadingChangesResponse> ListReadingChanges(ListReadingChangesRequest request, ServerCallContext context)
    {
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 1, new FieldViolations());
        var found = await desk.ListChangesAsync(request.ReportId, request.Reader, page, context.CancellationToken);
        return new ListReadingChangesResponse
        {
            Changes = { found.Take(page.Size) },
            NextPageToken = found.Count > page.Size ? TokenAfter(found[page.Size - 1].Sequence) : "",
        };
    }

    public override async Task<ListReadersResponse> ListReaders(ListReadersRequest request, ServerCallContext context) =>
        new() { Readers = { await desk.ListReadersAsync(context.CancellationToken) } };

    private static string TokenAfter(long sequence) => PageRequest.TokenAfter(sequence.ToString(CultureInfo.InvariantCulture));

    private static ClaimCorrection Draft(ClaimCorrectionKind kind, string claimId, string correctedBy, string reason) =>
        new() { Kind = kind, ClaimId = claimId, CorrectedBy = correctedBy, Reason = reason };
}
