using System.Net;

namespace Truceline.Ingest.FunctionalTests.Uploads;

/// <summary>A body whose length is not said, and which breaks off after so many bytes.</summary>
/// <param name="bytes">The whole body.</param>
/// <param name="cutAfter">How many bytes are sent before it breaks off; null for all, whole.</param>
/// <param name="beforeTheCut">Waited for before it breaks off.</param>
internal sealed class CutContent(byte[] bytes, int? cutAfter, Func<Task>? beforeTheCut = null) : HttpContent
{
    private const int Step = 100_000;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (var at = 0; at < (cutAfter ?? bytes.Length); at += Step)
        {
            await stream.WriteAsync(bytes.AsMemory(at, Math.Min(Step, (cutAfter ?? bytes.Length) - at)));
            await stream.FlushAsync();
        }

        if (cutAfter is not null)
        {
            await (beforeTheCut?.Invoke() ?? Task.CompletedTask);
            throw new IOException("The link is cut.");
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
