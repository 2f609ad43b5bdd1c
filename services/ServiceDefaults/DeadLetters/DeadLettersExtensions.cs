using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Operations.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.ServiceDefaults.DeadLetters;

/// <summary>The operator's side of dead letters.</summary>
internal static class DeadLettersExtensions
{
    internal static void AddDeadLetters(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DeadLetterQueries>();
        builder.Services.AddSingleton<DeadLetterReplay>();
        builder.Services.AddSingleton<DeadLetterCount>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DeadLetterCount>());
        builder.Services.AddSingleton<IRequestValidator<ListDeadLettersRequest>, ListDeadLettersValidator>();
        builder.Services.AddSingleton<IRequestValidator<GetDeadLetterRequest>, GetDeadLetterValidator>();
        builder.Services.AddSingleton<IRequestValidator<ReplayDeadLettersRequest>, ReplayDeadLettersValidator>();
        builder.Services.AddSingleton<IRequestValidator<DiscardDeadLetterRequest>, DiscardDeadLetterValidator>();
    }

    internal static void MapDeadLetters(this WebApplication app)
    {
        // A service without a database has none.
        if (app.Services.GetService<DeadLetterReplay>() is not null)
        {
            app.MapGrpcService<DeadLetterGrpcService>();
        }
    }
}
