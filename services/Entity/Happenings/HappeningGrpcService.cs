using Grpc.Core;
using Truceline.Entity.Entities;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Entity.Happenings;

/// <summary>Serves <c>truceline.entity.v1.HappeningService</c>.</summary>
internal sealed class HappeningGrpcService(IHappeningStore store) : HappeningService.HappeningServiceBase
{
    public override async Task<GetHappeningResponse> GetHappening(GetHappeningRequest request, ServerCallContext context) => new()
    {
        Happening = await store.FindAsync(request.HappeningId, context.CancellationToken)
            ?? throw new ResourceNotFoundException("HAPPENING_NOT_FOUND", "happening", request.HappeningId),
    };

    public override async Task<ListHappeningsResponse> ListHappenings(ListHappeningsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 2, new FieldViolations());
        var found = await store.ListAsync(request, page, context.CancellationToken);
        return new ListHappeningsResponse
        {
            Happenings = { found.Take(page.Size) },
            NextPageToken = found.Count > page.Size ? PageRequest.TokenAfter(found[page.Size - 1].LastDate, found[page.Size - 1].Id) : "",
        };
    }
}

/// <summary>Says everything that is wrong with the wish for happenings.</summary>
internal sealed class ListHappeningsValidator : IRequestValidator<ListHappeningsRequest>
{
    public string Reason => "LIST_INVALID";

    public void Check(ListHappeningsRequest request, FieldViolations violations)
    {
        PageRequest.Read(request.PageSize, request.PageToken, keys: 2, violations);
        var from = CatalogRules.CheckDate(request.FromDate, "from_date", violations);
        var to = CatalogRules.CheckDate(request.ToDate, "to_date", violations);
        violations.AddIf(from > to, "to_date", "It must not be before from_date.", "OUT_OF_RANGE");
        violations.AddIf(request.Class.Length > 80 || request.Class.Contains('|', StringComparison.Ordinal), "class", "It must be a class of claims.", "INVALID_CLASS");
        if (request.Box is not { } box)
        {
            return;
        }

        violations.AddIf(box.SouthWest is null, "box.south_west", "It is required.", "REQUIRED");
        violations.AddIf(box.NorthEast is null, "box.north_east", "It is required.", "REQUIRED");
        violations.AddIf(box is { SouthWest: { } a, NorthEast: { } b } && !(a.Latitude <= b.Latitude && a.Longitude <= b.Longitude), "box", "Its corners are out of order.", "OUT_OF_RANGE");
    }
}
