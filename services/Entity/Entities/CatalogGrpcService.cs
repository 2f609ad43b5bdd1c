using System.Globalization;
using Grpc.Core;
using Truceline.Entity.Search;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Entity.Entities;

/// <summary>Serves <c>truceline.entity.v1.CatalogService</c>.</summary>
internal sealed class CatalogGrpcService(ICatalogStore store, EntitySearch search) : CatalogService.CatalogServiceBase
{
    private const int MostDays = 1000;
    private const int MostReports = 2000;

    public override async Task<SearchEntitiesResponse> SearchEntities(SearchEntitiesRequest request, ServerCallContext context)
    {
        var page = CatalogPages.Search(request, new FieldViolations());
        var found = await search.FindAsync(request.Query, request.Types_, request.Country.ToUpperInvariant(), context.CancellationToken);
        var response = new SearchEntitiesResponse { Entities = { found.Skip(page.From).Take(page.Size).Select(MatchMapper.Map) } };
        if (page.From + page.Size < found.Count)
        {
            response.NextPageToken = PageRequest.TokenAfter((page.From + page.Size).ToString(CultureInfo.InvariantCulture));
        }

        return response;
    }

    public override async Task<GetEntityResponse> GetEntity(GetEntityRequest request, ServerCallContext context)
    {
        var id = await ResolveAsync(request.EntityId, context);
        var entity = await store.FindAsync(id, context.CancellationToken) ?? throw NotFound(request.EntityId);
        return new GetEntityResponse { Entity = entity, RedirectedFrom = id == request.EntityId ? "" : request.EntityId };
    }

    public override async Task<ListMentionsResponse> ListMentions(ListMentionsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 3, new FieldViolations());
        var id = await ResolveAsync(request.EntityId, context);
        var found = await store.ListMentionsAsync(id, CatalogPages.MentionAfter(page), page.Size, context.CancellationToken);
        var response = new ListMentionsResponse { Mentions = { found.Take(page.Size) } };
        if (found.Count > page.Size)
        {
            response.NextPageToken = CatalogPages.TokenAfter(response.Mentions[^1]);
        }

        return response;
    }

    public override async Task<GetTimelineResponse> GetTimeline(GetTimelineRequest request, ServerCallContext context)
    {
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 2, new FieldViolations());
        var id = await ResolveAsync(request.EntityId, context);
        var filter = new TimelineFilter(request.FromDate, request.ToDate, request.Roles);
        var found = await store.ListClaimsAsync(id, filter, page, context.CancellationToken);
        var response = new GetTimelineResponse { Entries = { found.Take(page.Size) } };
        if (page.IsFirst)
        {
            response.Days.Add(await store.CountDaysAsync(id, filter, MostDays, context.CancellationToken));
        }

        if (found.Count > page.Size)
        {
            response.NextPageToken = PageRequest.TokenAfter(response.Entries[^1].Date, response.Entries[^1].Claim.Id);
        }

        return response;
    }

    public override async Task<ListNeighboursResponse> ListNeighbours(ListNeighboursRequest request, ServerCallContext context)
    {
        var id = await ResolveAsync(request.EntityId, context);
        return await store.ListNeighboursAsync(
            id, request.Types_, request.PageSize == 0 ? PageRequest.DefaultSize : request.PageSize, MostReports, context.CancellationToken);
    }

    private async Task<string> ResolveAsync(string entityId, ServerCallContext context) =>
        await store.ResolveAsync(entityId, context.CancellationToken) ?? throw NotFound(entityId);

    private static ResourceNotFoundException NotFound(string id) => new("ENTITY_NOT_FOUND", "entity", id);
}
