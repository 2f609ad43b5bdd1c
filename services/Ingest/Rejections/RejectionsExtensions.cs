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
        return builder;
    }
}
