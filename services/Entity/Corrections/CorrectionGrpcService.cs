using System.Globalization;
using Grpc.Core;
using Truceline.Entity.Entities;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Entity.Corrections;

/// <summary>Serves <c>truceline.entity.v1.CorrectionService</c>.</summary>
internal sealed class CorrectionGrpcService(ICorrectionStore store, ICatalogStore catalog) : CorrectionService.CorrectionServiceBase
{
    public override async Task<MergeEntitiesResponse> MergeEntities(MergeEntitiesRequest request, ServerCallContext context)
    {
        var draft = Draft(CorrectionKind.Merge, request.EntityId, request.CorrectedBy, request.Reason);
        draft.OtherEntityId = request.IntoEntityId;
        var (entity, correction) = await ApplyAsync(draft, request.Etag, context);
        return new MergeEntitiesResponse { Entity = entity, Correction = correction };
    }

    public override async Task<SplitEntityResponse> SplitEntity(SplitEntityRequest request, ServerCallContext context)
    {
        var draft = Draft(CorrectionKind.Split, request.EntityId, request.CorrectedBy, request.Reason);
        (draft.Split, draft.Name) = (request.Split, request.Name);
        var (entity, correction) = await ApplyAsync(draft, request.Etag, context);
        return new SplitEntityResponse { Entity = entity, Correction = correction };
    }

    public override async Task<RenameEntityResponse> RenameEntity(RenameEntityRequest request, ServerCallContext context)
    {
        var draft = Draft(CorrectionKind.Rename, request.EntityId, request.CorrectedBy, request.Reason);
        draft.Name = request.Name;
        var (entity, correction) = await ApplyAsync(draft, request.Etag, context);
        return new RenameEntityResponse { Entity = entity, Correction = correction };
    }

    public override async Task<SetEntityTypeResponse> SetEntityType(SetEntityTypeRequest request, ServerCallContext context)
    {
        var draft = Draft(CorrectionKind.SetType, request.EntityId, request.CorrectedBy, request.Reason);
        draft.Type = request.Type;
        var (entity, correction) = await ApplyAsync(draft, request.Etag, context);
        return new SetEntityTypeResponse { Entity = entity, Correction = correction };
    }

    public override async Task<RejectEntityResponse> RejectEntity(RejectEntityRequest request, ServerCallContext context)
    {
        var draft = Draft(CorrectionKind.RejectEntity, request.EntityId, request.CorrectedBy, request.Reason);
        var (entity, correction) = await ApplyAsync(draft, request.Etag, context);
        return new RejectEntityResponse { Entity = entity, Correction = correction };
    }

    public override async Task<RejectMentionResponse> RejectMention(RejectMentionRequest request, ServerCallContext context)
    {
        var draft = Draft(CorrectionKind.RejectMention, request.EntityId, request.CorrectedBy, request.Reason);
        draft.Mention = new RejectedMention { ReportId = request.ReportId, Span = request.Span };
        var (entity, correction) = await ApplyAsync(draft, request.Etag, context);
        return new RejectMentionResponse { Entity = entity, Correction = correction };
    }

    public override async Task<ListCorrectionsResponse> ListCorrections(ListCorrectionsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 1, new FieldViolations());
        var found = await store.ListAsync(request.EntityId, request.Kind, page, context.CancellationToken);
        var response = new ListCorrectionsResponse { Corrections = { found.Take(page.Size) } };
        if (found.Count > page.Size)
        {
            response.NextPageToken = PageRequest.TokenAfter(response.Corrections[^1].Sequence.ToString(CultureInfo.InvariantCulture));
        }

        return response;
    }

    public override async Task<RevertCorrectionResponse> RevertCorrection(RevertCorrectionRequest request, ServerCallContext context) =>
        new() { Correction = await store.RevertAsync(request.CorrectionId, request.CorrectedBy, request.Reason, context.CancellationToken) };

    private static Correction Draft(CorrectionKind kind, string entityId, string correctedBy, string reason) =>
        new() { Kind = kind, EntityId = entityId, CorrectedBy = correctedBy, Reason = reason };

    // Answers with the entity that the correction is about in the end: of two that were merged, or of the two that were told apart, the other one.
    private async Task<(EntityProfile? Entity, Correction Correction)> ApplyAsync(Correction draft, string etag, ServerCallContext context)
    {
        var correction = await store.ApplyAsync(draft, etag, context.CancellationToken);
        var about = correction.OtherEntityId.Length > 0 ? correction.OtherEntityId : correction.EntityId;
        return (await catalog.FindAsync(about, context.CancellationToken), correction);
    }
}
