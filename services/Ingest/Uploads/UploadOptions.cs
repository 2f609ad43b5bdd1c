using System.ComponentModel.DataAnnotations;

namespace Truceline.Ingest.Uploads;

/// <summary>How much is received in files, and how it is taken in; section <c>Ingest:Uploads</c>.</summary>
internal sealed class UploadOptions
{
    /// <summary>Name of the section.</summary>
    internal const string Section = "Ingest:Uploads";

    /// <summary>Largest file, in bytes. Default 1 GiB; [1 MiB, 64 GiB]. Formats that are read as a whole have a smaller bound (<c>Ingest:Limits</c>).</summary>
    [Range(1L * 1024 * 1024, 64L * 1024 * 1024 * 1024)]
    public long MaxBytes { get; set; } = 1024L * 1024 * 1024;

    /// <summary>Most files that are received, wait or are taken in at the same time; who announces more is told to come later. With
    /// <see cref="MaxBytes"/> it bounds the room they take. Default 32; [1, 10,000].</summary>
    [Range(1, 10_000)]
    public int MaxWaiting { get; set; } = 32;

    /// <summary>How many files are taken in side by side, the one that was announced first before the others. Default 2; [1, 16].</summary>
    [Range(1, 16)]
    public int AtOnce { get; set; } = 2;

    /// <summary>Bytes that are stored in one piece; so many are lost at most when a sender is cut off. Default 1 MiB; [16 KiB, 16 MiB].</summary>
    [Range(16 * 1024, 16 * 1024 * 1024)]
    public int PieceBytes { get; set; } = 1024 * 1024;

    /// <summary>Most results that are saved together with the progress. Default 500; [1, 10,000].</summary>
    [Range(1, 10_000)]
    public int ResultsPerSave { get; set; } = 500;

    /// <summary>How often a replica looks for files that others received, in milliseconds. Default 1,000; [20, 60,000].</summary>
    [Range(20, 60_000)]
    public int PollMilliseconds { get; set; } = 1000;

    /// <summary>After so many hours without a byte a file that is not complete is given up. Default 24; [1, 720].</summary>
    [Range(1, 720)]
    public int AbandonedHours { get; set; } = 24;

    /// <summary>After so many minutes an announced file of which no byte came gives up its place, when places are short. A piece that is under way counts once it is
    /// stored (<see cref="PieceBytes"/>). Default 30; [1, 1440].</summary>
    [Range(1, 1440)]
    public int UnusedMinutes { get; set; } = 30;

    /// <summary>How long the results of a file are kept after its end, in days; the document and its reports have a retention of their own. Default 30; [1, 3650].</summary>
    [Range(1, 3650)]
    public int ResultDays { get; set; } = 30;
}
