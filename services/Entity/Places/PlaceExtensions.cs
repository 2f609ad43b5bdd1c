using Truceline.Entity.Reading.Places;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Entity.Places;

internal static class PlaceExtensions
{
    /// <summary>Registers the areas and settlements of the gazetteer. The setting <c>Places:AreasPath</c> names a file with further areas, see <see cref="PlaceAreas"/>.</summary>
    public static void AddPlaces(this WebApplicationBuilder builder)
    {
        var path = builder.Configuration["Places:AreasPath"];
        builder.Services.AddSingleton(_ => PlaceAreas.Load(path));
        builder.Services.AddSingleton(new Lazy<SettlementIndex>(() => new(GazetteerFile.Open(Gazetteer.DefaultPath))));
        builder.Services.AddSingleton<IRequestValidator<ListSettlementsRequest>, ListSettlementsValidator>();
    }
}
