using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Truceline.Ingest.Storage;

/// <summary>A document that brought a report again, in the table <c>report_documents</c>; the first one stands with the report. Erasure reaches it by this.</summary>
internal sealed class ReportDocumentRow
{
    [MaxLength(80)]
    public required string ReportId { get; init; }

    [MaxLength(80)]
    public required string DocumentId { get; init; }

    internal static void Configure(ModelBuilder modelBuilder) => modelBuilder.Entity<ReportDocumentRow>(row =>
    {
        row.ToTable("report_documents");
        row.HasKey(r => new { r.ReportId, r.DocumentId });
    });
}
