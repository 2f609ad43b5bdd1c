using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Rejections;

/// <summary>Refused items and the operator's side of them.</summary>
internal static class RejectionsExtensions
{
    internal static WebApplicationBuilder AddRejections(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RejectionOptions>()
            .Bind(builder.Configuration.GetSection(RejectionOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddScoped<RejectionReplay>();
        builder.Services.AddHostedService<RejectionCount>();
        builder.Services.AddSingleton<IRequestValidator<ListRejectionsRequest>, ListRejectionsValidator>();
        builder.Services.AddSingleton<IRequestValidator<GetRejectionRequest>, GetRejectionValidator>();
        builder.Services.AddSingleton<IRequestValidator<ReplayRejectionRequest>, ReplayRejectionValidator>();
        builder.Services.AddSingleton<IRequestValidator<DiscardRejectionRequest>, DiscardRejectionValidator>();
        return builder;
    }
}
