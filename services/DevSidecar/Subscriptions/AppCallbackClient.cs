using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;

namespace Truceline.DevSidecar.Subscriptions;

/// <summary>
/// The client of <c>dapr.proto.runtime.v1.AppCallback</c> for one app. Dapr's package brings the messages but no client, so the methods are
/// described here. Sends the app token with every call.
/// </summary>
internal sealed class AppCallbackClient : IDisposable
{
    private const string Service = "dapr.proto.runtime.v1.AppCallback";

    private static readonly Method<Empty, ListTopicSubscriptionsResponse> ListTopicSubscriptions =
        Unary<Empty, ListTopicSubscriptionsResponse>(nameof(ListTopicSubscriptions));

    private static readonly Method<TopicEventRequest, TopicEventResponse> OnTopicEvent =
        Unary<TopicEventRequest, TopicEventResponse>(nameof(OnTopicEvent));

    private readonly GrpcChannel _channel;
    private readonly CallInvoker _invoker;
    private readonly string? _appToken;

    public AppCallbackClient(Uri address, string? appToken)
    {
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            // The traceparent of a delivery is set by hand; the handler's own would name a span that nobody exports.
            HttpHandler = new SocketsHttpHandler { ActivityHeadersPropagator = null, ConnectTimeout = TimeSpan.FromSeconds(2) },
            DisposeHttpClient = true,
            // The default grows to two minutes, in which an app that is back would be taken for down.
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(50),
            MaxReconnectBackoff = TimeSpan.FromMilliseconds(250),
        });
        _invoker = _channel.CreateCallInvoker();
        _appToken = appToken;
    }

    /// <exception cref="RpcException">The call failed.</exception>
    public async Task<ListTopicSubscriptionsResponse> ListTopicSubscriptionsAsync(DateTimeOffset deadline, CancellationToken cancellationToken) =>
        await Call(ListTopicSubscriptions, new Empty(), [], deadline, cancellationToken);

    /// <exception cref="RpcException">The call failed.</exception>
    public async Task<TopicEventResponse> OnTopicEventAsync(
        TopicEventRequest request, Metadata headers, DateTimeOffset deadline, CancellationToken cancellationToken) =>
        await Call(OnTopicEvent, request, headers, deadline, cancellationToken);

    public void Dispose() => _channel.Dispose();

    private async Task<TResponse> Call<TRequest, TResponse>(
        Method<TRequest, TResponse> method, TRequest request, Metadata headers, DateTimeOffset deadline, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class
    {
        if (_appToken is { Length: > 0 })
            headers.Add(Publishing.ApiTokenInterceptor.Header, _appToken);
        using var call = _invoker.AsyncUnaryCall(method, null, new CallOptions(headers, deadline.UtcDateTime, cancellationToken), request);
        return await call;
    }

    private static Method<TRequest, TResponse> Unary<TRequest, TResponse>(string name)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new() =>
        new(MethodType.Unary, Service, name, ProtoMarshaller.For<TRequest>(), ProtoMarshaller.For<TResponse>());
}
