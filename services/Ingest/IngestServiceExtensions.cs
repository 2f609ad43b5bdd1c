using Truceline.Ingest.Rejections;
using Truceline.Ingest.Reports;
using Truceline.Ingest.Storage;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Ingest;

internal static class IngestServiceExtensions
{
    public static WebApplicationBuilder AddIngest(this WebApplicationBuilder builder)
    {
        builder.AddServiceStorage<IngestDbContext, IngestPostgreSqlContext>();
        builder.Services.AddSingleton<IRequestValidator<SubmitReportRequest>, SubmitReportValidator>();
        builder.Services.AddScoped<IReportStore, ReportStore>();
        builder.AddRejections();
        builder.Services.AddSingleton<IRejectionStore, RejectionStore>();
        return builder;
    }

    public static WebApplication MapIngest(this WebApplication app)
    {
        app.MapGrpcService<IngestGrpcService>();
        return app;
    }
}
