using System.Net;
using System.Net.Http.Headers;

namespace Truceline.Benchmarks.Reports;

/// <summary>
/// Takes every event that is published, once it is open; until then the first one waits, so that storing is measured without publishing and publishing without storing.
/// Thread-safe.
/// </summary>
internal sealed class GatedSidecar : HttpMessageHandler
{
    private TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _taken;
    private long _bytes;

    /// <summary>Events taken.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>Their size, bytes.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public void Open() => _open.TrySetResult();

    public void Close() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await _open.Task.WaitAsync(cancellationToken);
        var frame = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        Interlocked.Add(ref _bytes, frame.Length);
        Interlocked.Increment(ref _taken);
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Version = HttpVersion.Version20, RequestMessage = request, Content = new ByteArrayContent(new byte[5]) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        response.TrailingHeaders.Add("grpc-status", "0");
        return response;
    }
}
