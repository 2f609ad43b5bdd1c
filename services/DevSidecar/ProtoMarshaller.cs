using Google.Protobuf;
using Grpc.Core;

namespace Truceline.DevSidecar;

/// <summary>Marshallers for methods that are described by hand.</summary>
internal static class ProtoMarshaller
{
    public static Marshaller<T> For<T>()
        where T : class, IMessage<T>, new() =>
        Marshallers.Create(message => message.ToByteArray(), new MessageParser<T>(() => new T()).ParseFrom);
}
