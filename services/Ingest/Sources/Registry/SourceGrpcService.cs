using System.Globalization;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Truceline.Ingest.Sources.Polling;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Sources.Registry;

/// <summary>Serves <c>truceline.ingest.v1.SourceService</c>.</summary>
internal sealed class SourceGrpcService(ISourceStore store, PollingSignal signal, IOptions<SourcesOptions> options, TimeProvider time)
    : SourceService.SourceServiceBase
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    public override async Task<CreateSourceResponse> CreateSource(CreateSourceRequest request, ServerCallContext context)
    {
        var now = Now();
        var source = SourceChange.Create(request.Source, Guid.CreateVersion7(now).ToString(), now, options.Value);
        await RefuseKnownAddressAsync(source.Source, context.CancellationToken);
        if (await store.CountAsync(context.CancellationToken) >= options.Value.MaxSources)
        {
            throw new ResourceExhaustedException("TOO_MANY_SOURCES", "There are as many sources as the operator allows.");
        }

        await store.AddAsync(source, context.CancellationToken);
        signal.Wake();
        return new CreateSourceResponse { Source = (await store.FindAsync(source.Source.Id, now, context.CancellationToken))?.ToSource(now, withDays: true) };
    }

    public override async Task<GetSourceResponse> GetSource(GetSourceRequest request, ServerCallContext context)
    {
        var now = Now();
        return new GetSourceResponse
        {
            Source = (await store.FindAsync(request.SourceId, now, context.CancellationToken) ?? throw NotFound(request.SourceId)).ToSource(now, withDays: true),
        };
    }

    public override async Task<ListSourcesResponse> ListSources(ListSourcesRequest request, ServerCallContext context)
    {
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 1, new FieldViolations());
        var now = Now();
        var found = await store.ListAsync(request.State, request.Failing, page, now, context.CancellationToken);
        var response = new ListSourcesResponse { Sources = { found.Take(page.Size).Select(s => s.ToSource(now, withDays: false)) } };
        if (found.Count > page.Size)
        {
            response.NextPageToken = PageRequest.TokenAfter(response.Sources[^1].Id);
        }

        return response;
    }

    public override async Task<UpdateSourceResponse> UpdateSource(UpdateSourceRequest request, ServerCallContext context)
    {
        var now = Now();
        string[] mask = [.. request.UpdateMask?.Paths ?? []];
        var before = await store.FindAsync(request.SourceId, now, context.CancellationToken) ?? throw NotFound(request.SourceId);
        var after = SourceChange.Apply(before, request.Source, mask, now, options.Value);
        if (after.Source.Address != before.Source.Address)
        {
            await RefuseKnownAddressAsync(after.Source, context.CancellationToken);
        }

        var changed = await store.ChangeAsync(
            request.SourceId, request.Source.Etag, s => SourceChange.Apply(s, request.Source, mask, now, options.Value), now, context.CancellationToken)
            ?? throw NotFound(request.SourceId);
        signal.Wake();
        return new UpdateSourceResponse { Source = changed.ToSource(now, withDays: true) };
    }

    public override async Task<DeleteSourceResponse> DeleteSource(DeleteSourceRequest request, ServerCallContext context) =>
        await store.RemoveAsync(request.SourceId, context.CancellationToken) ? new DeleteSourceResponse() : throw NotFound(request.SourceId);

    public override async Task<FetchSourceResponse> FetchSource(FetchSourceRequest request, ServerCallContext context)
    {
        var now = Now();
        if (!await store.RequestAsync(request.SourceId, now, context.CancellationToken))
        {
            throw NotFound(request.SourceId);
        }

        // The replica that polls does it, whichever that is.
        signal.Wake();
        var begun = time.GetTimestamp();
        SourceFetch? fetch;
        while ((fetch = await store.FetchSinceAsync(request.SourceId, now, context.CancellationToken)) is null && time.GetElapsedTime(begun) < LongestWait)
        {
            await Task.Delay(Interval, time, context.CancellationToken);
        }

        return new FetchSourceResponse { Fetch = fetch };
    }

    public override async Task<ListFetchesResponse> ListFetches(ListFetchesRequest request, ServerCallContext context)
    {
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 1, new FieldViolations());
        _ = await store.FindAsync(request.SourceId, Now(), context.CancellationToken) ?? throw NotFound(request.SourceId);
        var found = await store.FetchesAsync(request.SourceId, page, context.CancellationToken);
        var response = new ListFetchesResponse { Fetches = { found.Take(page.Size) } };
        if (found.Count > page.Size)
        {
            response.NextPageToken = PageRequest.TokenAfter(response.Fetches[^1].Number.ToString(CultureInfo.InvariantCulture));
        }

        return response;
    }

    // Two sources at one address would fetch it twice.
    private async Task RefuseKnownAddressAsync(Source source, CancellationToken cancellationToken)
    {
        var violations = new FieldViolations();
        violations.AddIf(await store.HasAddressAsync(source.Address, source.Id, cancellationToken),
            "source.address", "Another source has this address.", "ALREADY_REGISTERED");
        violations.ThrowIfAny("SOURCE_INVALID");
    }

    // The store keeps microseconds.
    private DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static ResourceNotFoundException NotFound(string id) => new("SOURCE_NOT_FOUND", "source", id);
}
