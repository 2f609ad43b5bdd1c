using System.Globalization;
using Grpc.Core;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Entity.Readings;

/// <summary>Serves <c>truceline.entity.v1.EntityService</c>.</summary>
internal sealed class EntityGrpcService(IReadingStore store, TrialReader trial) : EntityService.EntityServiceBase
{
    public override async Task<GetReadingResponse> GetReading(GetReadingRequest request, ServerCallContext context)
    {
        var reading = await store.FindAsync(request.ReportId, context.CancellationToken)
            ?? throw new ResourceNotFoundException("READING_NOT_FOUND", "reading", request.ReportId);
        return new GetReadingResponse { Reading = reading };
    }

    public override async Task<ReadTextResponse> ReadText(ReadTextRequest request, ServerCallContext context)
    {
        var reading = await trial.ReadAsync(request, context.CancellationToken);
        return new ReadTextResponse
        {
            Reading = reading,
            Note = reading.Header.LanguageSupported ? ""
                : $"The reader does not know the language \"{reading.Header.Language}\": positions, dates in figures and full dates are read, of names those that its lists hold or that look like English ones; quantities and claims are not.",
        };
    }

    public override async Task<ListClaimsResponse> ListClaims(ListClaimsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 1, new FieldViolations());
        var found = await store.ListClaimsAsync(request, page, context.CancellationToken);
        return new ListClaimsResponse
        {
            Claims = { found.Take(page.Size).Select(c => c.Claim) },
            NextPageToken = found.Count > page.Size
                ? PageRequest.TokenAfter(found[page.Size - 1].Sequence.ToString(CultureInfo.InvariantCulture))
                : "",
        };
    }
}
