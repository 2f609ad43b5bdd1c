using Truceline.Ingest.Documents;
using Truceline.Ingest.Intake;
using Truceline.Ingest.Positions;
using Truceline.Ingest.Rejections;
using Truceline.Ingest.Reports;
using Truceline.Ingest.Retention;
using Truceline.Ingest.Sources;
using Truceline.Ingest.Sources.Polling;
using Truceline.Ingest.Sources.Registry;
using Truceline.Ingest.Storage;
using Truceline.Ingest.Stories;
using Truceline.Ingest.Uploads;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Ingest;

internal static class IngestServiceExtensions
{
    public static WebApplicationBuilder AddIngest(this WebApplicationBuilder builder)
    {
        builder.AddServiceStorage<IngestDbContext, IngestPostgreSqlContext>();
        // Reports come by the thousand, and none depends on another's place.
        var inFlight = builder.Configuration.GetValue($"{DaprOptions.Section}:{nameof(DaprOptions.OutboxInFlight)}", 16);
        builder.Services.PostConfigure<DaprOptions>(options => options.OutboxInFlight = inFlight);
        builder.AddDocuments();
        builder.AddIntake();
        builder.Services.AddSingleton<IRequestValidator<SubmitReportRequest>, SubmitReportValidator>();
        builder.Services.AddScoped<IReportStore, ReportStore>();
        builder.Services.AddScoped<IDocumentStore, DocumentStore>();
        builder.Services.AddScoped<IntakeTransaction>();
        builder.AddStories();
        builder.Services.AddScoped<IStoryStore, StoryStore>();
        builder.Services.AddScoped<StoryIntake>();
        builder.Services.AddScoped<VersionsInBatch>();
        builder.Services.AddSingleton<StoryIndexReader>();
        builder.Services.AddHostedService<StoryIndexLoader>();
        builder.Services.AddSingleton<IntakeWriter>();
        builder.Services.AddSingleton<IIntakeWriter>(services => services.GetRequiredService<IntakeWriter>());
        builder.Services.AddHostedService(services => services.GetRequiredService<IntakeWriter>());
        builder.Services.AddPositions();
        builder.Services.AddScoped<IPositionStore, PositionStore>();
        builder.AddRejections();
        builder.Services.AddSingleton<IRejectionStore, RejectionStore>();
        builder.AddSources();
        builder.Services.AddScoped<ISourceStore, SourceStore>();
        builder.Services.AddScoped<IPollingStore, SourcePollingStore>();
        builder.AddUploads();
        builder.Services.AddSingleton<IUploadStore, UploadStore>();
        builder.Services.AddSingleton<ReportStream>();
        builder.Services.AddSingleton<IRequestValidator<SubmitReportsRequest>, SubmitReportsValidator>();
        builder.AddRetention();
        builder.Services.AddScoped<IErasureStore, ErasureStore>();
        builder.Services.AddScoped<ErasedDocuments>();
        builder.Services.AddScoped<ErasureAnnouncer>();
        builder.Services.AddScoped<IRetentionStore, RetentionStore>();
        return builder;
    }

    public static WebApplication MapIngest(this WebApplication app)
    {
        app.MapGrpcService<IngestGrpcService>();
        app.MapGrpcService<DocumentGrpcService>();
        app.MapGrpcService<StoryGrpcService>();
        app.MapGrpcService<PositionGrpcService>();
        app.MapGrpcService<SourceGrpcService>();
        app.MapUploads();
        app.MapGrpcService<RejectionGrpcService>();
        app.MapGrpcService<ErasureGrpcService>();
        return app;
    }
}
