using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.EventTables;

internal static class EventTableFormats
{
    /// <summary>Tables of coded events as CSV: ACLED's and UCDP GED's columns.</summary>
    internal static IServiceCollection AddEventTableFormats(this IServiceCollection services) => services
        .AddSingleton<IDocumentFormat, AcledFormat>()
        .AddSingleton<IDocumentFormat, UcdpFormat>();
}
