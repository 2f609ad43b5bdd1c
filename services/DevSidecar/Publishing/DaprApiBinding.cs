using Dapr.Client.Autogen.Grpc.v1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Truceline.DevSidecar.Publishing;

/// <summary>
/// The served part of <c>dapr.proto.runtime.v1.Dapr</c>. Dapr's package brings the messages but no server base, so the methods are
/// described here; the server answers every other method of the service with UNIMPLEMENTED.
/// </summary>
internal static class DaprApiBinding
{
    private const string Service = "dapr.proto.runtime.v1.Dapr";

    private static readonly Method<PublishEventRequest, Empty> Publish = Unary<PublishEventRequest, Empty>(nameof(DaprApiBase.PublishEvent));

    private static readonly Method<BulkPublishRequest, BulkPublishResponse> BulkPublish =
        Unary<BulkPublishRequest, BulkPublishResponse>(nameof(DaprApiBase.BulkPublishEvent));

    private static readonly Method<BulkPublishRequest, BulkPublishResponse> BulkPublishAlpha =
        Unary<BulkPublishRequest, BulkPublishResponse>(nameof(DaprApiBase.BulkPublishEventAlpha1));

    private static readonly Method<GetMetadataRequest, GetMetadataResponse> Metadata =
        Unary<GetMetadataRequest, GetMetadataResponse>(nameof(DaprApiBase.GetMetadata));

    /// <summary>Called by the server, by name, when the service is mapped; <paramref name="service"/> is then null.</summary>
    public static void BindService(ServiceBinderBase binder, DaprApiBase? service)
    {
        binder.AddMethod(Publish, service is null ? null! : service.PublishEvent);
        binder.AddMethod(BulkPublish, service is null ? null! : service.BulkPublishEvent);
        binder.AddMethod(BulkPublishAlpha, service is null ? null! : service.BulkPublishEventAlpha1);
        binder.AddMethod(Metadata, service is null ? null! : service.GetMetadata);
    }

    private static Method<TRequest, TResponse> Unary<TRequest, TResponse>(string name)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new() =>
        new(MethodType.Unary, Service, name, ProtoMarshaller.For<TRequest>(), ProtoMarshaller.For<TResponse>());
}

/// <summary>The served methods; see Dapr's documentation of the API.</summary>
[BindServiceMethod(typeof(DaprApiBinding), nameof(DaprApiBinding.BindService))]
internal abstract class DaprApiBase
{
    public abstract Task<Empty> PublishEvent(PublishEventRequest request, ServerCallContext context);

    public abstract Task<BulkPublishResponse> BulkPublishEvent(BulkPublishRequest request, ServerCallContext context);

    public abstract Task<BulkPublishResponse> BulkPublishEventAlpha1(BulkPublishRequest request, ServerCallContext context);

    public abstract Task<GetMetadataResponse> GetMetadata(GetMetadataRequest request, ServerCallContext context);
}
