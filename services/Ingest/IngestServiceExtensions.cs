using Truceline.Ingest.Reports;
using Truceline.Ingest.Storage;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Ingest;

internal static class IngestServiceExtensions
{
    public static WebApplicationBuilder AddIngest(this WebApplicationBuilder builder)
    {
        builder.AddServiceStorage<IngestDbContext>();
        builder.Services.AddScoped<IReportStore, ReportStore>();
        return builder;
    }

    public static WebApplication MapIngest(this WebApplication app)
    {
        app.MapGrpcService<IngestGrpcService>();
        return app;
    }
}
