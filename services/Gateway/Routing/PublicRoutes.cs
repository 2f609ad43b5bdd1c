using System.Net;
using Google.Api;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Truceline.Entity.V1;
using Truceline.GeoZone.V1;
using Truceline.Ingest.V1;
using Truceline.Notification.V1;
using Truceline.Operations.V1;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Truceline.Gateway.Routing;

/// <summary>
/// What the gateway forwards, read off the protos: for every rpc of a public service its gRPC path and the paths of its HTTP rules, the
/// stream of server-sent events, the bytes of uploads and the maps; with <see cref="GatewayOptions.ExposeOperations"/> the operator's calls, too. Anything else, the sidecar's <c>AppCallback</c> above all, is not found.
/// </summary>
internal sealed class PublicRoutes(IOptions<GatewayOptions> options) : IProxyConfigProvider
{
    private static readonly (string Service, ServiceDescriptor[] Descriptors)[] Public =
    [
        ("ingest", [IngestService.Descriptor, DocumentService.Descriptor, StoryService.Descriptor, UploadService.Descriptor, PositionService.Descriptor, SourceService.Descriptor]),
        ("entity", [EntityService.Descriptor, CatalogService.Descriptor, CorrectionService.Descriptor, ClaimService.Descriptor, HappeningService.Descriptor, PlaceService.Descriptor]),
        ("geozone", [AgreementService.Descriptor, ZoneService.Descriptor, LineService.Descriptor, ShapeService.Descriptor, IncidentService.Descriptor, TrackService.Descriptor, PreviewService.Descriptor]),
        ("notification", [SubscriptionService.Descriptor, AlertService.Descriptor]),
    ];

    // Every service with a database serves these for itself; the path or the header names it.
    private static readonly ServiceDescriptor Operations = DeadLetterService.Descriptor;

    // The bytes of an upload come as they are, which no proto says.
    private static readonly string[] UploadVerbs = ["PUT", "PATCH", "HEAD", "GET"];

    // Maps speak standards of their own (OGC API Features, vector tiles), errors included.
    private const string MapPaths = "/ogc/{**path}";

    // Only Ingest has these.
    private static readonly ServiceDescriptor[] IngestOperations = [RejectionService.Descriptor, ErasureService.Descriptor];

    private const string AppHeader = "truceline-app";

    private readonly StaticConfig _config = new([.. Routes(options.Value)], [.. Clusters(options.Value)]);

    public IProxyConfig GetConfig() => _config;

    private static IEnumerable<RouteConfig> Routes(GatewayOptions options)
    {
        var longestCall = TimeSpan.FromSeconds(options.CallTimeoutSeconds);
        return options.ExposeOperations
            ? [.. ServiceRoutes(longestCall), .. OperationRoutes(longestCall), .. IngestOperations.SelectMany(o => o.Methods).SelectMany(m => MethodRoutes("ingest", m, longestCall))]
            : ServiceRoutes(longestCall);
    }

    private static IEnumerable<RouteConfig> OperationRoutes(TimeSpan longestCall) =>
        from app in Public.Select(p => p.Service)
        from method in Operations.Methods
        from route in new[]
        {
            OfApp(app, Route(app, $"grpc {method.FullName} {app}", $"/{Operations.FullName}/{method.Name}", "POST", longestCall)),
            HttpRuleOf(method) is { } rule
                ? Route(app, $"http {method.FullName} {app}", rule.Path.Replace("{app}", app, StringComparison.Ordinal), rule.Verb, longestCall)
                : null,
        }
        where route is not null
        select route;

    private static RouteConfig OfApp(string app, RouteConfig route) => route with
    {
        Match = route.Match with
        {
            Headers = [new RouteHeader { Name = AppHeader, Values = [app], Mode = HeaderMatchMode.ExactHeader, IsCaseSensitive = true }],
        },
    };

    private static IEnumerable<RouteConfig> ServiceRoutes(TimeSpan longestCall)
    {
        foreach (var (service, descriptors) in Public)
        {
            foreach (var route in descriptors.SelectMany(d => d.Methods).SelectMany(m => MethodRoutes(service, m, longestCall)))
            {
                yield return route;
            }
        }

        yield return Route("notification", "sse alerts", "/v1/alerts/stream", "GET", timeout: null);
        yield return Route("geozone", "maps get", MapPaths, "GET", longestCall);
        yield return Route("geozone", "maps head", MapPaths, "HEAD", longestCall);
        foreach (var verb in UploadVerbs)
        {
            yield return StreamedBody.Of(Route("ingest", $"http upload content {verb}", "/v1/uploads/{upload_id}/content", verb, timeout: null));
        }
    }

    private static IEnumerable<RouteConfig> MethodRoutes(string service, Google.Protobuf.Reflection.MethodDescriptor method, TimeSpan longestCall)
    {
        // A stream has heartbeats instead of an end.
        TimeSpan? timeout = method.IsServerStreaming || method.IsClientStreaming ? null : longestCall;
        var grpc = Route(service, $"grpc {method.FullName}", $"/{method.Service.FullName}/{method.Name}", "POST", timeout);
        yield return method.IsClientStreaming ? StreamedBody.Of(grpc) : grpc;
        if (HttpRuleOf(method) is { } rule)
        {
            yield return Route(service, $"http {method.FullName}", rule.Path, rule.Verb, timeout);
        }
    }

    private static RouteConfig Route(string service, string id, string path, string verb, TimeSpan? timeout) => new()
    {
        RouteId = id,
        ClusterId = service,
        Match = new RouteMatch { Path = path, Methods = [verb] },
        Timeout = timeout,
    };

    private static (string Verb, string Path)? HttpRuleOf(Google.Protobuf.Reflection.MethodDescriptor method)
    {
        var rule = method.GetOptions()?.GetExtension(AnnotationsExtensions.Http);
        return rule?.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => ("GET", rule.Get),
            HttpRule.PatternOneofCase.Post => ("POST", rule.Post),
            HttpRule.PatternOneofCase.Put => ("PUT", rule.Put),
            HttpRule.PatternOneofCase.Patch => ("PATCH", rule.Patch),
            HttpRule.PatternOneofCase.Delete => ("DELETE", rule.Delete),
            _ => null,
        };
    }

    private static IEnumerable<ClusterConfig> Clusters(GatewayOptions options) => options.Services.ById().Select(service => new ClusterConfig
    {
        ClusterId = service.Key,
        Destinations = service.Value.ToDictionary(a => a.ToString(), a => new DestinationConfig { Address = a.ToString() }),
        // Of two chosen by chance, the one with fewer calls under way. Streams last for hours and count: a new replica gets the next ones, where
        // taking turns would leave the old ones with all they have.
        LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
        HealthCheck = new HealthCheckConfig
        {
            // When all are out, all are asked: an answer that one is away is as good as a guess.
            AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
            Passive = new PassiveHealthCheckConfig
            {
                Enabled = true,
                Policy = DeadReplicaPolicy.PolicyName,
                ReactivationPeriod = TimeSpan.FromSeconds(options.DeadReplicaSeconds),
            },
        },
        HttpRequest = new ForwarderRequestConfig
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            ActivityTimeout = TimeSpan.FromSeconds(options.IdleTimeoutSeconds),
        },
        HttpClient = new HttpClientConfig { EnableMultipleHttp2Connections = true },
    });

    private sealed class StaticConfig(IReadOnlyList<RouteConfig> routes, IReadOnlyList<ClusterConfig> clusters) : IProxyConfig
    {
        public IReadOnlyList<RouteConfig> Routes => routes;

        public IReadOnlyList<ClusterConfig> Clusters => clusters;

        public IChangeToken ChangeToken { get; } = new CancellationChangeToken(CancellationToken.None);
    }
}
