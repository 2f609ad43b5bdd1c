using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Truceline.GeoZone.Tracks.Fences;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Versions;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Tracks;

/// <summary>Serves <c>truceline.geozone.v1.TrackService</c>.</summary>
internal sealed class TrackGrpcService(
    ITrackStore tracks, IFenceStore fences, IVersionStore versions, FenceBook book, TransitionSignal signal, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, IOptions<TrackOptions> options, TimeProvider time)
    : TrackService.TrackServiceBase
{
    private const int ChangesAtOnce = 200;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15), Poll = TimeSpan.FromMilliseconds(500);

    public override async Task<PutFenceResponse> PutFence(PutFenceRequest request, ServerCallContext context)
    {
        var (fence, now) = (request.Fence.Clone(), time.GetUtcNow());
        // Nobody is absent before he was expected.
        if (fence.Kind == FenceKind.Site && fence.ValidFrom is null)
            fence.ValidFrom = now.ToTimestamp();
        await CheckZonesAsync(fence, context.CancellationToken);
        var (from, keptFrom) = (request.ShapeFromTime?.ToDateTimeOffset() ?? now, now.AddDays(-options.Value.RetentionDays));
        return new()
        {
            Fence = await fences.PutAsync(fence.Id, before => FenceShapes.Succeed(before, fence, from, keptFrom), context.CancellationToken),
            UnknownZones = { await UnknownAsync(fence, context.CancellationToken) },
        };
    }

    public override async Task<GetFenceResponse> GetFence(GetFenceRequest request, ServerCallContext context)
    {
        var fence = await fences.FindAsync(request.FenceId, context.CancellationToken) ?? throw NoFence(request.FenceId);
        return new() { Fence = fence, UnknownZones = { await UnknownAsync(fence, context.CancellationToken) } };
    }

    public override async Task<ListFencesResponse> ListFences(ListFencesRequest request, ServerCallContext context)
    {
        var violations = new FieldViolations();
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 1, violations);
        violations.ThrowIfAny("LIST_INVALID");
        var found = await fences.ListAsync(page, context.CancellationToken);
        var response = new ListFencesResponse { Fences = { found.Take(page.Size) } };
        if (found.Count > page.Size)
            response.NextPageToken = PageRequest.TokenAfter(response.Fences[^1].Id);
        return response;
    }

    public override async Task<DeleteFenceResponse> DeleteFence(DeleteFenceRequest request, ServerCallContext context) =>
        await fences.RemoveAsync(request.FenceId, context.CancellationToken) ? new() : throw NoFence(request.FenceId);

    public override async Task<GetTrackResponse> GetTrack(GetTrackRequest request, ServerCallContext context)
    {
        if (!(await tracks.FindAsync([request.ObjectId], context.CancellationToken)).TryGetValue(request.ObjectId, out var stored))
            throw new ResourceNotFoundException("TRACK_NOT_FOUND", "track", request.ObjectId);
        var inForce = await book.ReadAsync(fences, context.CancellationToken);
        var track = new V1.Track
        {
            ObjectId = stored.ObjectId,
            Name = stored.Name,
            Type = stored.Type,
            LastFix = new()
            {
                ObjectId = stored.ObjectId,
                Time = TransitionMapper.Time(stored.Last.Ticks),
                Position = new() { Latitude = stored.Last.Latitude, Longitude = stored.Last.Longitude },
                RadiusM = stored.Last.RadiusM,
            },
        };
        if (TrackState.Read(stored.ObjectId, stored.State, new(inForce.Areas), options.Value.Limits) is { } state)
        {
            foreach (var standing in state.Tip.Standings)
            {
                if (standing.Side == Course.Side.Outside)
                    continue;
                var watch = inForce.Areas.AllWatches[standing.Watch];
                track.Standings.Add(new TrackStanding
                {
                    FenceId = watch.Fence.Id,
                    Area = watch.AreaKey,
                    Position = standing.Side == Course.Side.Inside ? ZonePosition.Inside : ZonePosition.Possible,
                    SinceTime = TransitionMapper.Time(standing.Since),
                });
            }
        }
        return new() { Track = track };
    }

    public override async Task<ListTransitionsResponse> ListTransitions(ListTransitionsRequest request, ServerCallContext context)
    {
        var violations = new FieldViolations();
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 2, violations);
        violations.ThrowIfAny("LIST_INVALID");
        var found = await tracks.ListAsync(request.ObjectId, request.FenceId, request.Area, page, context.CancellationToken);
        var response = new ListTransitionsResponse { Transitions = { found.Take(page.Size) } };
        if (found.Count > page.Size)
        {
            var last = response.Transitions[^1];
            response.NextPageToken = PageRequest.TokenAfter(last.Time.ToDateTimeOffset().ToString("O", CultureInfo.InvariantCulture), last.Id);
        }
        return response;
    }

    public override async Task WatchTransitions(WatchTransitionsRequest request, IServerStreamWriter<WatchTransitionsResponse> responseStream, ServerCallContext context)
    {
        var violations = new FieldViolations();
        violations.AddIf(request.HasAfterSequence && request.AfterSequence < 0, "after_sequence", "It must be 0 or more.", "OUT_OF_RANGE");
        violations.ThrowIfAny("STREAM_INVALID");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            var position = request.HasAfterSequence ? request.AfterSequence : await InStoreAsync(store => store.LastSequenceAsync(stop.Token));
            var heartbeatDue = time.GetUtcNow();
            while (true)
            {
                var next = signal.Next;
                if (time.GetUtcNow() >= heartbeatDue)
                {
                    await responseStream.WriteAsync(new() { HeartbeatTime = time.GetUtcNow().ToTimestamp() }, stop.Token);
                    heartbeatDue = time.GetUtcNow() + Heartbeat;
                }
                var changes = await InStoreAsync(store => store.ChangesAsync(position, ChangesAtOnce, stop.Token));
                foreach (var change in changes)
                {
                    position = change.Sequence;
                    if (request.ObjectId.Length > 0 && change.Transition.ObjectId != request.ObjectId || request.FenceId.Length > 0 && change.Transition.FenceId != request.FenceId)
                        continue;
                    await responseStream.WriteAsync(new() { Change = change }, stop.Token);
                }
                if (changes.Count < ChangesAtOnce)
                    await Task.WhenAny(next, Task.Delay(Poll, time, stop.Token));
                stop.Token.ThrowIfCancellationRequested();
            }
        }
        catch (Exception) when (context.CancellationToken.IsCancellationRequested)
        {
            // Writing to a caller that has left fails in several ways; it is no failure of the service.
            context.CancellationToken.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw ErrorDetails.Create(StatusCode.Unavailable, "SERVICE_STOPPING", "The service stops. Resume after the last sequence that was seen.").ToRpcException();
        }
    }

    public override async Task StreamFixes(IAsyncStreamReader<StreamFixesRequest> requestStream, IServerStreamWriter<StreamFixesResponse> responseStream, ServerCallContext context)
    {
        FixStream? stream = null;
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            // Zones and fences that change meanwhile count from the next batch on.
            var inForce = await book.ReadAsync(fences, context.CancellationToken);
            stream ??= new(inForce.Areas, options.Value.Limits);
            await responseStream.WriteAsync(stream.Take(inForce.Areas, requestStream.Current), context.CancellationToken);
        }
    }

    /// <summary>A fence over a zone that is not kept would be silent for ever. Asked of the store: what is in memory may be a moment behind.</summary>
    private async Task CheckZonesAsync(Fence fence, CancellationToken cancellationToken)
    {
        var violations = new FieldViolations();
        for (var i = 0; i < fence.Zones.Count; i++)
        {
            var name = fence.Zones[i];
            // All zones of an agreement may be watched before there is one.
            if (name.EndsWith("/" + Course.FenceSet.AllOf, StringComparison.Ordinal))
                continue;
            var kept = await versions.FindAsync(FenceBook.KeyOf(name), cancellationToken);
            violations.AddIf(kept is null || FenceBook.NameOf(kept.AgreementId, KeptKey.Local(kept.Key.Id)) != name,
                $"fence.zones[{i}]", $"No zone is kept as {name}; one of an agreement is named \"agreement/zone\", all of it \"agreement/*\".", "UNKNOWN_ID");
        }
        if (fence.LineId.Length > 0)
        {
            violations.AddIf(await versions.FindAsync(KeptKey.Line(fence.LineId), cancellationToken) is null, "fence.line_id",
                $"No line is kept as {fence.LineId}; one of an agreement is named \"agreement.line\".", "UNKNOWN_ID");
        }
        violations.ThrowIfAny("FENCE_INVALID");
    }

    /// <summary>All zones of an agreement may be watched before there is one; a name that is misspelt looks like that.</summary>
    private async Task<IReadOnlyList<string>> UnknownAsync(Fence fence, CancellationToken cancellationToken)
    {
        const string ending = "/" + Course.FenceSet.AllOf;
        List<string> unknown = [];
        foreach (var name in fence.Zones.Where(z => z.EndsWith(ending, StringComparison.Ordinal)))
        {
            if ((await versions.ZonesOfAsync(name[..^ending.Length], cancellationToken)).Count == 0)
                unknown.Add(name);
        }
        return unknown;
    }

    private static ResourceNotFoundException NoFence(string id) => new("FENCE_NOT_FOUND", "fence", id);

    private async Task<T> InStoreAsync<T>(Func<ITrackStore, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<ITrackStore>());
    }
}
