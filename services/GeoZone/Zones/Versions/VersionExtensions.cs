using Truceline.Entity.V1;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.People;
using Truceline.ServiceDefaults.Calls;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Zones.Versions;

internal static class VersionExtensions
{
    /// <summary>Registers what keeps lines and zones. Where <c>Services:Entity</c> names Entity, places and people are asked from it; without it there are none to ask.</summary>
    public static void AddVersionDesk(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<VersionDesk>();
        services.AddScoped<VersionQueries>();
        services.AddScoped<PlaceShapes>();
        services.AddScoped<PeopleCounter>();
        services.AddScoped<AskedShapes>();
        services.AddSingleton<IRequestValidator<CreateLineRequest>, CreateLineValidator>();
        services.AddSingleton<IRequestValidator<AddLineVersionRequest>, AddLineVersionValidator>();
        services.AddSingleton<IRequestValidator<CorrectLineVersionRequest>, CorrectLineVersionValidator>();
        services.AddSingleton<IRequestValidator<EndLineRequest>, EndLineValidator>();
        services.AddSingleton<IRequestValidator<CreateZoneRequest>, CreateZoneValidator>();
        services.AddSingleton<IRequestValidator<AddZoneVersionRequest>, AddZoneVersionValidator>();
        services.AddSingleton<IRequestValidator<CorrectZoneVersionRequest>, CorrectZoneVersionValidator>();
        services.AddSingleton<IRequestValidator<EndZoneRequest>, EndZoneValidator>();
        if (!string.IsNullOrEmpty(builder.Configuration["Services:Entity"]))
        {
            builder.AddServiceClient<PlaceService.PlaceServiceClient>("Entity");
            services.AddScoped<IPlaceSource, EntityPlaceSource>();
        }
        else
            services.AddScoped<IPlaceSource, NoPlaceSource>();
    }
}
