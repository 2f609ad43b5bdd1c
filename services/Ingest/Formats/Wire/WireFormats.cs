using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Wire;

/// <summary>Wire copy, and plain text that is nothing else.</summary>
internal static class WireFormats
{
    internal static IServiceCollection AddWireFormats(this IServiceCollection services) => services
        .AddSingleton<IDocumentFormat, WireCopyFormat>()
        .AddSingleton<IDocumentFormat, PlainTextFormat>();
}
