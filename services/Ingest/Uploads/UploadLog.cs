namespace Truceline.Ingest.Uploads;

/// <summary>What is logged where bytes are received.</summary>
internal static partial class UploadLog
{
    [LoggerMessage(EventId = 1, EventName = "upload_receive_failed", Level = LogLevel.Error, Message = "Bytes of an upload could not be received")]
    internal static partial void ReceiveFailed(ILogger logger, Exception exception);
}
