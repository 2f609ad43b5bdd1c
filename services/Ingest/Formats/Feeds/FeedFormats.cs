using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Feeds;

/// <summary>The formats of this folder.</summary>
internal static class FeedFormats
{
    internal static IServiceCollection AddFeedFormats(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentFormat, RssFormat>();
        services.AddSingleton<IDocumentFormat, AtomFormat>();
        services.AddSingleton<IDocumentFormat, JsonFeedFormat>();
        return services;
    }
}
