using Truceline.Ingest.Formats.Email;
using Truceline.Ingest.Formats.EventTables;
using Truceline.Ingest.Formats.Feeds;
using Truceline.Ingest.Formats.Forms;
using Truceline.Ingest.Formats.Tracks;
using Truceline.Ingest.Formats.Web;
using Truceline.Ingest.Formats.Wire;

namespace Truceline.Ingest.Formats;

/// <summary>All formats. Among those that are equally sure of a document the first one reads it.</summary>
internal static class FormatsExtensions
{
    internal static IServiceCollection AddFormats(this IServiceCollection services)
    {
        services.AddNewsFormats();
        services.AddFeedFormats();
        services.AddFormFormats();
        services.AddEventTableFormats();
        services.AddTrackFormats();
        services.AddEmailFormats();
        services.AddWebFormats();
        services.AddWireFormats();
        return services;
    }
}
