using System.ComponentModel.DataAnnotations;

namespace Truceline.Entity.Areas;

/// <summary>How often GeoZone is asked for the areas of agreements in force; section <c>Areas</c>.</summary>
internal sealed class AreaOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Areas";

    /// <summary>Seconds from one question to the next; changes in an agreement weigh on readings after at most so long. Default 300; [5, 86,400].</summary>
    [Range(5, 86_400)]
    public int RefreshSeconds { get; set; } = 300;

    /// <summary>Deadline of one call, its retries included, in seconds. Default 10; [1, 120].</summary>
    [Range(1, 120)]
    public int DeadlineSeconds { get; set; } = 10;

    /// <summary>Hours for which the last answer is kept when GeoZone is down and this replica starts anew. Default 168; [1, 8,760].</summary>
    [Range(1, 8760)]
    public int KeepHours { get; set; } = 168;
}
