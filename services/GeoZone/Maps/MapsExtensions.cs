using Truceline.GeoZone.Maps.Answers;
using Truceline.GeoZone.Maps.Sources;
using Truceline.GeoZone.Maps.Tiles;

namespace Truceline.GeoZone.Maps;

/// <summary>Registers and maps what maps and GIS programs read.</summary>
internal static class MapsExtensions
{
    /// <summary>Adds the collections, in the order in which they are listed; each further one is a line here.</summary>
    public static IServiceCollection AddMaps(this IServiceCollection services)
    {
        services.AddSingleton<MapLayers>();
        services.AddSingleton<TileService>();
        services.AddScoped<IMapSource, ZoneFeatures>();
        services.AddScoped<IMapSource, LineFeatures>();
        services.AddScoped<IMapSource, IncidentFeatures>();
        services.AddScoped<IMapSource, TrackFeatures>();
        services.AddScoped<IMapSource, PositionFeatures>();
        return services;
    }

    public static IEndpointRouteBuilder MapMaps(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapFeatures();
        endpoints.MapTiles();
        return endpoints;
    }
}
