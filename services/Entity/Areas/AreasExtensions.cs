using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Calls;

namespace Truceline.Entity.Areas;

internal static class AreasExtensions
{
    /// <summary>
    /// Registers the areas in force. Where the setting <c>Services:GeoZone</c> names GeoZone they are asked for in the background; without it there
    /// are none, and places are chosen by the text alone.
    /// </summary>
    public static void AddAreasInForce(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AreasInForce>();
        builder.Services.AddOptions<AreaOptions>().Bind(builder.Configuration.GetSection(AreaOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        if (!string.IsNullOrEmpty(builder.Configuration["Services:GeoZone"]))
        {
            builder.AddServiceClient<AgreementService.AgreementServiceClient>("GeoZone");
            builder.Services.AddHostedService<AreaRefresh>();
        }
    }
}
