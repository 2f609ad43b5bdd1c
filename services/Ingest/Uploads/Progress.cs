using Truceline.Ingest.V1;

namespace Truceline.Ingest.Uploads;

/// <summary>What the numbers of an upload mean together. Pure.</summary>
internal static class Progress
{
    private const double NotDone = 99.9;

    /// <summary>How many items have their result: the index of the next one.</summary>
    internal static long Items(Upload upload) => upload.AcceptedCount + upload.KnownCount + upload.RevisedCount + upload.RejectedCount;

    /// <summary>Whether nothing will be done with it any more.</summary>
    internal static bool IsOver(UploadState state) => state is UploadState.Done or UploadState.Failed or UploadState.Cancelled;

    /// <summary>How far its taking in is, in [0, 100]; below 100 until it is done.</summary>
    internal static double Percent(UploadState state, long processed, long size) => state switch
    {
        UploadState.Done => 100,
        UploadState.Receiving or UploadState.Waiting => 0,
        _ when size == 0 => 0,
        _ => Math.Min(NotDone, Math.Round(100.0 * processed / size, 1)),
    };
}
