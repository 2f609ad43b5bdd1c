using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.NewsMl;
using Truceline.Ingest.Formats.Ninjs;
using Truceline.Ingest.Formats.Nitf;

namespace Truceline.Ingest.Formats;

/// <summary>The formats in which agencies hand over news: those of the IPTC.</summary>
internal static class NewsFormats
{
    /// <summary>Registers NewsML-G2, NITF and ninjs.</summary>
    internal static IServiceCollection AddNewsFormats(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentFormat, NewsMlFormat>();
        services.AddSingleton<IDocumentFormat, NitfFormat>();
        services.AddSingleton<IDocumentFormat, NinjsFormat>();
        return services;
    }
}
