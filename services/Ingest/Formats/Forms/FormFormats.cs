using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Forms;

internal static class FormFormats
{
    /// <summary>Field reports as JSON and as CSV.</summary>
    internal static IServiceCollection AddFormFormats(this IServiceCollection services) => services
        .AddSingleton<IDocumentFormat, FieldReportFormat>()
        .AddSingleton<IDocumentFormat, FieldReportCsvFormat>();
}
