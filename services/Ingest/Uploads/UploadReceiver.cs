using System.Buffers;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Uploads;

/// <summary>Why bytes were not taken.</summary>
/// <param name="Code">Status of the house.</param>
/// <param name="HttpStatus">Status of HTTP.</param>
/// <param name="Reason">Stable reason.</param>
/// <param name="Description">For people.</param>
internal sealed record BytesRefused(StatusCode Code, int HttpStatus, string Reason, string Description);

/// <summary>Stores a body piece by piece, each durably, with one piece in memory. What came before a cut is kept.</summary>
internal sealed class UploadReceiver(IUploadStore store, UploadSignal signal, IOptions<UploadOptions> options)
{
    /// <summary>Receives a body.</summary>
    /// <param name="id">The upload.</param>
    /// <param name="offset">How many bytes came before it, as the sender believes.</param>
    /// <param name="isLast">Whether nothing follows; null when only the announced size tells.</param>
    /// <param name="length">Length of the body; null when it is not known.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="cancellationToken">Ends it; what was read is kept.</param>
    /// <returns>Why it was not taken; null when it was.</returns>
    internal async Task<BytesRefused?> ReceiveAsync(
        string id, long offset, bool? isLast, long? length, Stream body, CancellationToken cancellationToken)
    {
        var upload = await store.FindAsync(id, cancellationToken) ?? throw UploadGrpcService.NotFound(id);
        if (upload.State != UploadState.Receiving || upload.ReceivedBytes != offset)
        {
            return Conflict(upload);
        }

        // Said before the bytes are sent, where that is possible.
        if (length is { } known && Exceeds(upload, offset + known) is { } tooLarge)
        {
            return tooLarge;
        }

        var piece = ArrayPool<byte>.Shared.Rent(options.Value.PieceBytes);
        try
        {
            while (true)
            {
                var (count, isEnd) = await FillAsync(body, piece.AsMemory(0, options.Value.PieceBytes), cancellationToken);
                var end = offset + count;
                if (Exceeds(upload, end) is { } refused)
                {
                    return refused;
                }

                // A body that was cut ends in an exception, not here: what is called the last piece is the last.
                var completes = isEnd && (upload.SizeBytes > 0 ? end == upload.SizeBytes : isLast == true);
                if ((count > 0 || completes) && !await store.AppendAsync(id, offset, piece.AsMemory(0, count), completes, CancellationToken.None))
                {
                    return Conflict(await store.FindAsync(id, cancellationToken) ?? throw UploadGrpcService.NotFound(id));
                }

                offset = end;
                if (completes)
                {
                    signal.Raise();
                    return null;
                }

                if (isEnd)
                {
                    return isLast == true ? Incomplete(upload, offset) : null;
                }
            }
        }
        catch (PartialPieceException partial)
        {
            if (Exceeds(upload, offset + partial.Count) is null)
            {
                await store.AppendAsync(id, offset, piece.AsMemory(0, partial.Count), isLast: false, CancellationToken.None);
            }

            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static async Task<(int Count, bool IsEnd)> FillAsync(Stream body, Memory<byte> piece, CancellationToken cancellationToken)
    {
        var count = 0;
        try
        {
            while (count < piece.Length)
            {
                var read = await body.ReadAsync(piece[count..], cancellationToken);
                if (read == 0)
                {
                    return (count, true);
                }

                count += read;
            }

            return (count, false);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or BadHttpRequestException && count > 0)
        {
            throw new PartialPieceException(count, exception);
        }
    }

    private static BytesRefused Conflict(Upload upload) => upload.State == UploadState.Receiving
        ? new BytesRefused(StatusCode.FailedPrecondition, StatusCodes.Status409Conflict, "UPLOAD_OFFSET_WRONG",
            $"{upload.ReceivedBytes} bytes are received. Go on there.")
        : new BytesRefused(StatusCode.FailedPrecondition, StatusCodes.Status409Conflict, "UPLOAD_OVER",
            "The upload awaits no bytes: it is complete, or was ended.");

    private static BytesRefused Incomplete(Upload upload, long offset) => new(
        StatusCode.InvalidArgument, StatusCodes.Status400BadRequest, "UPLOAD_INCOMPLETE",
        $"The file was announced with {upload.SizeBytes} bytes and said to end after {offset}. Send the rest, or cancel the upload.");

    private BytesRefused? Exceeds(Upload upload, long end) =>
        upload.SizeBytes > 0 && end > upload.SizeBytes
            ? new BytesRefused(StatusCode.InvalidArgument, StatusCodes.Status400BadRequest, "UPLOAD_TOO_LONG",
                $"The file was announced with {upload.SizeBytes} bytes; more were sent.")
            : end > options.Value.MaxBytes
                ? new BytesRefused(StatusCode.ResourceExhausted, StatusCodes.Status413PayloadTooLarge, "UPLOAD_TOO_LARGE",
                    $"A file must be at most {options.Value.MaxBytes} bytes.")
                : null;

    private sealed class PartialPieceException(int count, Exception inner) : IOException("The body was cut.", inner)
    {
        internal int Count { get; } = count;
    }
}
