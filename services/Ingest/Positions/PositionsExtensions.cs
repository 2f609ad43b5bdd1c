using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Positions;

internal static class PositionsExtensions
{
    /// <summary>Registers what takes in and lists positions, but for the store.</summary>
    internal static IServiceCollection AddPositions(this IServiceCollection services) => services
        .AddSingleton<PositionIntake>()
        .AddSingleton<IRequestValidator<SubmitPositionRequest>, SubmitPositionValidator>()
        .AddSingleton<IRequestValidator<SubmitPositionsRequest>, SubmitPositionsValidator>()
        .AddSingleton<IRequestValidator<ListPositionsRequest>, ListPositionsValidator>();
}
