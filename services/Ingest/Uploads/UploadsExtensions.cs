using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Uploads;

/// <summary>Files that are sent in pieces.</summary>
internal static class UploadsExtensions
{
    internal static WebApplicationBuilder AddUploads(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<UploadOptions>()
            .Bind(builder.Configuration.GetSection(UploadOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<UploadSignal>();
        builder.Services.AddSingleton<UploadReceiver>();
        builder.Services.AddSingleton<EarlierResults>();
        builder.Services.AddSingleton<UploadRun>();
        builder.Services.AddSingleton<IRequestValidator<CreateUploadRequest>, CreateUploadValidator>();
        builder.Services.AddHostedService<UploadProcessor>();
        return builder;
    }

    internal static WebApplication MapUploads(this WebApplication app)
    {
        app.MapGrpcService<UploadGrpcService>();
        UploadContentEndpoint.Map(app);
        return app;
    }
}
