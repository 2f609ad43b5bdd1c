using Microsoft.EntityFrameworkCore.Diagnostics;
using Truceline.Events.V1;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Assessment;
using Truceline.GeoZone.Claims;
using Truceline.GeoZone.Detection;
using Truceline.GeoZone.Events;
using Truceline.GeoZone.Maps;
using Truceline.GeoZone.Maps.Sources;
using Truceline.GeoZone.Obligations;
using Truceline.GeoZone.Previews;
using Truceline.GeoZone.Shapes;
using Truceline.GeoZone.Storage;
using Truceline.GeoZone.Tracks;
using Truceline.GeoZone.Tracks.Fences;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.Live;
using Truceline.GeoZone.Zones.Versions;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Health;
using Truceline.ServiceDefaults.Identities;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.GeoZone;

internal static class GeoZoneServiceExtensions
{
    public static WebApplicationBuilder AddGeoZone(this WebApplicationBuilder builder)
    {
        builder.AddServiceStorage<GeoZoneDbContext, GeoZonePostgreSqlContext>();
        var services = builder.Services;
        services.AddOptions<GeoZoneOptions>().Bind(builder.Configuration.GetSection(GeoZoneOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IRequestValidator<ImportAgreementRequest>, AgreementValidator>();
        services.AddSingleton<IRequestValidator<LocatePositionRequest>, LocatePositionValidator>();
        services.AddSingleton<IRequestValidator<JudgeGeometryRequest>, JudgeGeometryValidator>();
        services.AddSingleton<IRequestValidator<JudgePositionRequest>, JudgePositionValidator>();
        services.AddSingleton<IRequestValidator<JudgePositionsRequest>, JudgePositionsValidator>();
        services.AddSingleton<IRequestValidator<FindNearestZonesRequest>, FindNearestZonesValidator>();
        services.AddSingleton<IRequestValidator<DrawShapeRequest>, DrawShapeValidator>();
        services.AddSingleton<IRequestValidator<CompareShapesRequest>, CompareShapesValidator>();
        services.AddSingleton<IRequestValidator<ImportGeometryRequest>, ImportGeometryValidator>();
        services.AddSingleton<IRequestValidator<ExportGeometryRequest>, ExportGeometryValidator>();
        services.AddSingleton<IRequestValidator<PreviewChangeRequest>, PreviewChangeValidator>();
        services.AddSingleton<IRequestValidator<PreviewLineVersionRequest>, PreviewLineVersionValidator>();
        services.AddSingleton<IRequestValidator<PreviewZoneVersionRequest>, PreviewZoneVersionValidator>();
        services.AddScoped<VersionForesight>();
        services.AddScoped<TrackForesight>();
        services.AddScoped<IZoneSource, ZoneSource>();
        services.AddScoped<IVersionStore, VersionStore>();
        services.AddScoped<IVersionReader, VersionReader>();
        services.AddScoped<IAgreementContents, AgreementContents>();
        services.AddScoped<VersionWriter>();
        services.AddScoped<ZoneKeeping>();
        builder.AddVersionDesk();
        services.AddSingleton<LiveZoneHolder>();
        services.AddSingleton<ZoneRegister>();
        services.AddSingleton<ZoneRefresh>();
        services.AddHostedService(static provider => provider.GetRequiredService<ZoneRefresh>());
        services.AddHealthChecks().AddCheck<ZonesCheck>("zones", tags: [HealthExtensions.ReadyTag]);
        services.AddScoped<IAgreementStore, AgreementStore>();
        services.AddScoped<IImportUnitOfWork, ImportUnitOfWork>();
        services.AddScoped<IClaimStore, ClaimStore>();
        services.AddScoped<IIncidentStore, IncidentStore>();
        services.AddScoped<IObligationStore, ObligationStore>();
        services.AddScoped<IChangeAnnouncer, ChangeAnnouncer>();
        services.AddScoped<JudgementTurn>();
        services.AddScoped<IncidentAssessor>();
        services.AddScoped<AgreementAssessor>();
        services.AddEventHandler<ClaimsExtracted, ClaimsExtractedHandler>(Topics.ClaimsExtracted);
        services.AddEventHandler<ClaimsWithdrawn, ClaimsWithdrawnHandler>(Topics.ClaimsWithdrawn);
        services.AddEventHandler<StoryMerged, StoryMergedHandler>(Topics.StoryMerged);
        services.AddScoped<EntityStandings>();
        services.AddScoped<EntityStandingChange>();
        services.AddEventHandler<EntityMerged, EntityMergedHandler>(Topics.EntityMerged);
        services.AddEventHandler<EntityCorrected, EntityCorrectedHandler>(Topics.EntityCorrected);
        services.AddScoped<IIncidentHeads, IncidentHeads>();
        services.AddScoped<IVersionMark, VersionMark>();
        services.AddScoped<ITrackCourses, TrackCourses>();
        services.AddMaps();
        services.AddTracks(builder.Configuration);
        services.AddScoped<IFenceStore, FenceStore>();
        services.AddScoped<ITrackStore, TrackStore>();
        services.AddSingleton<IInterceptor, TransitionCommits>();
        services.AddHostedService<TrackRetention>();
        services.AddEventHandler<PositionObserved, PositionObservedHandler>(Topics.PositionObserved);
        services.AddScoped<ErasedRows>();
        services.AddReportErasure<ReportErasedHandler>();
        return builder;
    }

    public static WebApplication MapGeoZone(this WebApplication app)
    {
        app.MapGrpcService<AgreementGrpcService>();
        app.MapGrpcService<ZoneGrpcService>();
        app.MapGrpcService<LineGrpcService>();
        app.MapGrpcService<ShapeGrpcService>();
        app.MapGrpcService<IncidentGrpcService>();
        app.MapGrpcService<PreviewGrpcService>();
        app.MapMaps();
        app.MapGrpcService<TrackGrpcService>();
        return app;
    }
}
