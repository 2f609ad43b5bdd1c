using Google.Protobuf.Collections;
using Grpc.Core;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Index;
using Truceline.GeoZone.Zones.Live;
using Truceline.GeoZone.Zones.People;
using Truceline.GeoZone.Zones.Versions;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Zones;

/// <summary>Serves <c>truceline.geozone.v1.ZoneService</c>.</summary>
internal sealed partial class ZoneGrpcService(
    LiveZoneHolder live, VersionDesk desk, VersionQueries queries, IVersionReader reader, PeopleCounter people, AskedShapes shapes, TimeProvider time)
    : ZoneService.ZoneServiceBase
{
    private const int DefaultNearest = 10;

    // What lies around a larger circle is more than fits into the processor's cache.
    private const double FarthestFetchedM = 5_000;

    private static readonly WriteOptions Buffered = new(WriteFlags.BufferHint);
    private static readonly WriteOptions AtOnce = new();

    public override Task<LocatePositionResponse> LocatePosition(LocatePositionRequest request, ServerCallContext context)
    {
        var day = DayRange.TryDay(request.AsOfDate, out var given) ? given : DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var point = GeoPoint.From(request.Position);
        return Task.FromResult(new LocatePositionResponse { Findings = { VerdictMapper.Locate(InForce().Zones, point, request.RadiusM, day) } });
    }

    public override Task<JudgePositionResponse> JudgePosition(JudgePositionRequest request, ServerCallContext context)
    {
        var state = InForce();
        return Task.FromResult(new JudgePositionResponse
        {
            Verdict = VerdictMapper.Judge(state.Zones, request.Question, time.GetUtcNow()),
            Basis = VerdictMapper.Basis(state),
        });
    }

    public override Task<JudgePositionsResponse> JudgePositions(JudgePositionsRequest request, ServerCallContext context)
    {
        var (state, now) = (InForce(), time.GetUtcNow());
        var response = new JudgePositionsResponse { Basis = VerdictMapper.Basis(state) };
        Span<AskedPoint> asked = stackalloc AskedPoint[ZoneSnapshot.MostFetched];
        for (var i = 0; i < request.Questions.Count; i++)
        {
            if (i % asked.Length == 0)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                Fetch(state.Zones.Snapshot, request.Questions, i, asked);
            }
            response.Verdicts.Add(Answer("questions", i, request.Questions[i], state, now));
        }
        return Task.FromResult(response);
    }

    public override async Task StreamVerdicts(
        IAsyncStreamReader<StreamVerdictsRequest> requestStream, IServerStreamWriter<StreamVerdictsResponse> responseStream, ServerCallContext context)
    {
        var more = requestStream.MoveNext(context.CancellationToken);
        for (var index = 0L; await more; index++)
        {
            var verdict = Answer("question", null, requestStream.Current.Question, InForce(), time.GetUtcNow());
            more = requestStream.MoveNext(context.CancellationToken);
            // With another question there already, both answers go out in one write.
            responseStream.WriteOptions = more.IsCompleted ? Buffered : AtOnce;
            await responseStream.WriteAsync(new() { Index = index, Verdict = verdict }, context.CancellationToken);
        }
    }

    public override async Task<JudgeGeometryResponse> JudgeGeometry(JudgeGeometryRequest request, ServerCallContext context)
    {
        var (state, question, now) = (InForce(), request.Question, time.GetUtcNow());
        var day = DateOnly.FromDateTime((question.Instant?.ToDateTimeOffset() ?? now).UtcDateTime);
        var shape = question.Shape is null ? null : await shapes.DrawAsync("question.shape", question.Shape, day, context.CancellationToken);
        return new() { Verdict = VerdictMapper.Judge(state.Zones, question, now, shape), Basis = VerdictMapper.Basis(state) };
    }

    public override Task<FindNearestZonesResponse> FindNearestZones(FindNearestZonesRequest request, ServerCallContext context)
    {
        var state = InForce();
        var found = state.Zones.Snapshot.Nearest(
            GeoPoint.From(request.Position), request.MaxZones == 0 ? DefaultNearest : request.MaxZones, request.Instant?.ToDateTimeOffset() ?? time.GetUtcNow());
        return Task.FromResult(new FindNearestZonesResponse
        {
            Zones = { found.ConvertAll(judgement => VerdictMapper.ToProto(state.Zones, judgement)) },
            Basis = VerdictMapper.Basis(state),
        });
    }

    private static PositionVerdict Answer(string path, int? index, PositionQuestion? question, LiveZoneHolder.State state, DateTimeOffset now)
    {
        if (QuestionChecks.IsRight(question))
            return VerdictMapper.Judge(state.Zones, question, now);
        var violations = new FieldViolations();
        QuestionChecks.Check(index is { } number ? $"{path}[{number}]" : path, question, violations);
        return new() { Violations = { violations.All } };
    }

    /// <summary>Fetches from memory what the next questions will ask for, but for those that will not be answered.</summary>
    private static void Fetch(ZoneSnapshot snapshot, RepeatedField<PositionQuestion> questions, int from, Span<AskedPoint> asked)
    {
        var count = 0;
        for (var i = from; i < Math.Min(questions.Count, from + asked.Length); i++)
        {
            if (QuestionChecks.IsRight(questions[i]) && questions[i].RadiusM <= FarthestFetchedM)
                asked[count++] = new(GeoPoint.From(questions[i].Position), questions[i].RadiusM);
        }
        snapshot.Fetch(asked[..count], holding: true);
    }

    private LiveZoneHolder.State InForce() => live.Current
        ?? throw ErrorDetails.Create(StatusCode.Unavailable, "ZONES_LOADING", "The zones are read and drawn. Retry in a moment.").ToRpcException();
}
