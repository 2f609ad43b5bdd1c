using Grpc.Core;
using Truceline.GeoZone.Assessment;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.Live;
using Truceline.GeoZone.Zones.Versions;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.GeoZone.Agreements;

/// <summary>Serves <c>truceline.geozone.v1.AgreementService</c>.</summary>
internal sealed class AgreementGrpcService(
    IAgreementStore agreements, IImportUnitOfWork work, AgreementAssessor assessor, ZoneKeeping keeping, ZoneRefresh zones, TimeProvider time)
    : AgreementService.AgreementServiceBase
{
    public override async Task<ImportAgreementResponse> ImportAgreement(ImportAgreementRequest request, ServerCallContext context)
    {
        var agreement = request.Agreement;
        var isNew = await work.RunAsync(async cancellationToken =>
        {
            if (await agreements.PutAsync(agreement, cancellationToken) is not { } change)
                return false;
            await assessor.AssessAsync(await keeping.ImportAsync(change.Previous, agreement, cancellationToken), cancellationToken);
            return true;
        }, context.CancellationToken);
        if (isNew)
        {
            await agreements.ForgetAsync(agreement.Id);
            zones.Tell();
        }
        return new() { Agreement = agreement, AlreadyKnown = !isNew };
    }

    public override async Task<GetAgreementResponse> GetAgreement(GetAgreementRequest request, ServerCallContext context) =>
        new() { Agreement = (await FindAsync(request.AgreementId, context)).Agreement };

    public override async Task<ListAgreementsResponse> ListAgreements(ListAgreementsRequest request, ServerCallContext context)
    {
        var violations = new FieldViolations();
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 1, violations);
        violations.ThrowIfAny("LIST_INVALID");
        var found = await agreements.ListAsync(page, context.CancellationToken);
        return new()
        {
            Agreements = { found.Take(page.Size) },
            NextPageToken = found.Count > page.Size ? PageRequest.TokenAfter(found[page.Size - 1].Id) : "",
        };
    }

    public override async Task<ListObligationStatesResponse> ListObligationStates(ListObligationStatesRequest request, ServerCallContext context)
    {
        var asOf = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (request.AsOfDate.Length > 0 && !DayRange.TryDay(request.AsOfDate, out asOf))
        {
            var violations = new FieldViolations();
            violations.Add("as_of_date", "It must be a day of the calendar as YYYY-MM-DD.", "MALFORMED_DATE");
            violations.ThrowIfAny("OBLIGATIONS_INVALID");
        }
        var agreement = await FindAsync(request.AgreementId, context);
        return new() { States = { await assessor.StatesAsync(agreement, asOf, context.CancellationToken) } };
    }

    private async Task<PreparedAgreement> FindAsync(string id, ServerCallContext context) =>
        await agreements.FindAsync(id, context.CancellationToken) ?? throw new ResourceNotFoundException("AGREEMENT_NOT_FOUND", "agreement", id);
}
