using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Retention;

/// <summary>What is kept how long, and what is erased before.</summary>
internal static class RetentionExtensions
{
    internal static WebApplicationBuilder AddRetention(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RetentionOptions>()
            .Bind(builder.Configuration.GetSection(RetentionOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddEventErasure();
        builder.Services.AddSingleton<IRequestValidator<EraseReportsRequest>, EraseReportsValidator>();
        builder.Services.AddSingleton<IRequestValidator<EraseDocumentRequest>, EraseDocumentValidator>();
        builder.Services.AddSingleton<IRequestValidator<ErasePersonRequest>, ErasePersonValidator>();
        builder.Services.AddSingleton<IRequestValidator<ListErasuresRequest>, ListErasuresValidator>();
        builder.Services.AddSingleton<RetentionJob>();
        builder.Services.AddHostedService(static services => services.GetRequiredService<RetentionJob>());
        return builder;
    }
}
