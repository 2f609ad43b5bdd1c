using Truceline.GeoZone.Tracks.Fences;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Tracks;

internal static class TracksExtensions
{
    /// <summary>Registers what follows objects, but for the stores.</summary>
    internal static IServiceCollection AddTracks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TrackOptions>().Bind(configuration.GetSection(TrackOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<FenceBook>()
            .AddSingleton<TrackStateCache>()
            .AddSingleton<TransitionSignal>()
            .AddScoped<TrackIntake>()
            .AddScoped<TrackReviews>()
            .AddHostedService<TrackReview>()
            .AddSingleton<IRequestValidator<PutFenceRequest>, PutFenceValidator>();
    }
}
