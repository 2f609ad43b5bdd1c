using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Tracks;

internal static class TrackFormats
{
    /// <summary>Positions in files: GPX, GeoJSON, Cursor-on-Target.</summary>
    internal static IServiceCollection AddTrackFormats(this IServiceCollection services) => services
        .AddSingleton<IDocumentFormat, GpxFormat>()
        .AddSingleton<IDocumentFormat, GeoJsonFormat>()
        .AddSingleton<IDocumentFormat, CotFormat>();
}
