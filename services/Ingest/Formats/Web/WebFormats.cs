using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Web;

/// <summary>Web pages.</summary>
internal static class WebFormats
{
    internal static IServiceCollection AddWebFormats(this IServiceCollection services) => services.AddSingleton<IDocumentFormat, WebPageFormat>();
}
