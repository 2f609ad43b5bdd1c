using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Truceline.ServiceDefaults.Erasure;

/// <summary>That a report's words, or a person's in it, were erased: in the table <c>erased_reports</c> of each service that holds words of reports. What comes later is erased on arrival.</summary>
public sealed class ErasedReport
{
    /// <summary>The report.</summary>
    [MaxLength(80)]
    public required string ReportId { get; init; }

    /// <summary>When it was erased first, UTC.</summary>
    public required DateTimeOffset ErasedTime { get; init; }

    /// <summary>Whether the whole report was erased: then every person's name goes.</summary>
    public required bool IsWhole { get; set; }

    /// <summary>Hashes of erased names (<see cref="NameHash"/>), a line each.</summary>
    public required string NameHashes { get; set; }
}

/// <summary>The table.</summary>
public static class ErasedReportTable
{
    /// <summary>Adds the table <c>erased_reports</c>.</summary>
    public static void AddErasedReports(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<ErasedReport>(erased =>
        {
            erased.ToTable("erased_reports");
            erased.HasKey(e => e.ReportId);
        });
    }
}
