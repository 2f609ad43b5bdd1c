using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Dapr.Client.Autogen.Grpc.v1;

namespace Truceline.Testing;

/// <summary>
/// Answers the publishing side of Dapr's gRPC API in memory, so that an unmodified <c>DaprClient</c> runs against it, and keeps what was
/// published. Every other call is UNIMPLEMENTED. Thread-safe.
/// </summary>
public sealed class FakeSidecar : HttpMessageHandler
{
    private const string PublishPath = "/dapr.proto.runtime.v1.Dapr/PublishEvent";
    private readonly ConcurrentQueue<PublishedEvent> _published = new();

    /// <summary>What was published, in order.</summary>
    public IReadOnlyList<PublishedEvent> Published => [.. _published];

    /// <summary>Whether the sidecar is away: every publication fails with UNAVAILABLE.</summary>
    public bool IsAway { get; set; }

    /// <summary>Which publications the sidecar refuses with INVALID_ARGUMENT, although it is there; none when not given.</summary>
    public Func<PublishedEvent, bool> Refuses { get; set; } = _ => false;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri?.AbsolutePath != PublishPath)
        {
            return Answer(request, Grpc.Core.StatusCode.Unimplemented);
        }

        if (IsAway)
        {
            return Answer(request, Grpc.Core.StatusCode.Unavailable);
        }

        // One frame: a byte for compression, four for the length, the message.
        var frame = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        var length = BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(1));
        var published = PublishEventRequest.Parser.ParseFrom(frame, 5, length);
        var taken = new PublishedEvent(
            published.Topic,
            published.Metadata.TryGetValue("cloudevent.id", out var id) ? id : "",
            published.Data.ToStringUtf8(),
            request.Headers.TryGetValues("traceparent", out var parents) ? parents.First() : System.Diagnostics.Activity.Current?.Id ?? "");
        if (Refuses(taken))
        {
            return Answer(request, Grpc.Core.StatusCode.InvalidArgument);
        }

        _published.Enqueue(taken);
        return Answer(request, Grpc.Core.StatusCode.OK);
    }

    private static HttpResponseMessage Answer(HttpRequestMessage request, Grpc.Core.StatusCode status)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK)
        {
            Version = HttpVersion.Version20,
            RequestMessage = request,
            Content = new ByteArrayContent(status == Grpc.Core.StatusCode.OK ? new byte[5] : []),
        };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        response.TrailingHeaders.Add("grpc-status", ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return response;
    }
}
