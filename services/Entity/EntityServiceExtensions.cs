using Microsoft.EntityFrameworkCore.Diagnostics;
using Truceline.Entity.Areas;
using Truceline.Entity.ClaimDesk;
using Truceline.Entity.Corrections;
using Truceline.Entity.Entities;
using Truceline.Entity.Events;
using Truceline.Entity.Happenings;
using Truceline.Entity.Places;
using Truceline.Entity.Reading;
using Truceline.Entity.Readings;
using Truceline.Entity.Search;
using Truceline.Entity.Storage;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Health;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Entity;

internal static class EntityServiceExtensions
{
    public static WebApplicationBuilder AddEntity(this WebApplicationBuilder builder)
    {
        var load = new ReaderLoad();
        builder.AddServiceStorage<EntityDbContext, EntityPostgreSqlContext>();
        builder.AddAreasInForce();
        builder.AddPlaces();
        builder.Services.AddSingleton(_ => load.Reader);
        builder.Services.AddSingleton<ReportReader>();
        builder.Services.AddSingleton<TrialReader>();
        builder.Services.AddHostedService<ReaderWarmUp>();
        builder.Services.AddSingleton<ReaderCheck>();
        builder.Services.AddHealthChecks().AddCheck<ReaderCheck>("reader", tags: [HealthExtensions.ReadyTag]);
        builder.Services.AddSingleton<IRequestValidator<ReadTextRequest>, ReadTextValidator>();
        builder.Services.AddSingleton<IRequestValidator<ListClaimsRequest>, ListClaimsValidator>();
        builder.Services.AddScoped<IReadingStore, ReadingStore>();
        builder.Services.AddSingleton<IInterceptor, ReadingCommits>();
        builder.Services.AddIdentity();
        builder.Services.AddClaimDesk();
        builder.AddRereading();
        builder.Services.AddScoped<ReportReading>();
        builder.Services.AddEventHandler<ReportAccepted, ReportAcceptedHandler>(Topics.ReportAccepted);
        builder.Services.AddEventHandler<ReportRevised, ReportRevisedHandler>(Topics.ReportRevised);
        builder.Services.AddReportErasure<ReportErasedHandler>();
        return builder;
    }

    private static void AddIdentity(this IServiceCollection services)
    {
        services.AddSingleton(s => s.GetRequiredService<StoryReader>().Knowledge);
        services.AddSingleton<CorrectionCache>();
        services.AddScoped<KnownNamesLoader>();
        services.AddScoped<IdentityWriter>();
        services.AddScoped<IdentityEraser>();
        services.AddScoped<ReadingMeanings>();
        services.AddScoped<ICatalogStore, CatalogStore>();
        services.AddScoped<ICorrectionStore, CorrectionStore>();
        services.AddScoped<ICorrectionAnnouncer, CorrectionAnnouncer>();
        services.AddScoped<ISearchSource, SearchSource>();
        services.AddSingleton<EntitySearch>();
        services.AddHostedService<SearchWarmUp>();
        services.AddSingleton<IRequestValidator<SearchEntitiesRequest>, SearchEntitiesValidator>();
        services.AddSingleton<IRequestValidator<ListMentionsRequest>, ListMentionsValidator>();
        services.AddSingleton<IRequestValidator<GetTimelineRequest>, GetTimelineValidator>();
        services.AddSingleton<IRequestValidator<ListNeighboursRequest>, ListNeighboursValidator>();
        services.AddSingleton<IRequestValidator<MergeEntitiesRequest>, MergeEntitiesValidator>();
        services.AddSingleton<IRequestValidator<SplitEntityRequest>, SplitEntityValidator>();
        services.AddSingleton<IRequestValidator<RenameEntityRequest>, RenameEntityValidator>();
        services.AddSingleton<IRequestValidator<SetEntityTypeRequest>, SetEntityTypeValidator>();
        services.AddSingleton<IRequestValidator<RejectEntityRequest>, RejectEntityValidator>();
        services.AddSingleton<IRequestValidator<RejectMentionRequest>, RejectMentionValidator>();
        services.AddSingleton<IRequestValidator<RevertCorrectionRequest>, RevertCorrectionValidator>();
        services.AddSingleton<IRequestValidator<ListCorrectionsRequest>, ListCorrectionsValidator>();
    }

    private static void AddClaimDesk(this IServiceCollection services)
    {
        services.AddScoped<ClaimWriter>();
        services.AddScoped<HappeningWriter>();
        services.AddScoped<ClaimLinkWriter>();
        services.AddScoped<ClaimGathering>();
        services.AddScoped<ClaimLinks>();
        services.AddScoped<IHappeningStore, HappeningStore>();
        services.AddScoped<IClaimDesk, ClaimDeskStore>();
        services.AddScoped<IClaimAnnouncer, ClaimCorrectionAnnouncer>();
        services.AddEventHandler<StoryMerged, StoryMergedHandler>(Topics.StoryMerged);
        services.AddSingleton<IRequestValidator<ListHappeningsRequest>, ListHappeningsValidator>();
        services.AddSingleton<IRequestValidator<GetClaimRequest>, GetClaimValidator>();
        services.AddSingleton<IRequestValidator<AcceptClaimRequest>, AcceptClaimValidator>();
        services.AddSingleton<IRequestValidator<RejectClaimRequest>, RejectClaimValidator>();
        services.AddSingleton<IRequestValidator<EditClaimRequest>, EditClaimValidator>();
        services.AddSingleton<IRequestValidator<LinkClaimsRequest>, LinkClaimsValidator>();
        services.AddSingleton<IRequestValidator<UnlinkClaimsRequest>, UnlinkClaimsValidator>();
        services.AddSingleton<IRequestValidator<RevertClaimCorrectionRequest>, RevertClaimCorrectionValidator>();
        services.AddSingleton<IRequestValidator<ListClaimCorrectionsRequest>, ListClaimCorrectionsValidator>();
        services.AddSingleton<IRequestValidator<ListReadingChangesRequest>, ListReadingChangesValidator>();
    }

    public static WebApplication MapEntity(this WebApplication app)
    {
        app.MapGrpcService<EntityGrpcService>();
        app.MapGrpcService<CatalogGrpcService>();
        app.MapGrpcService<CorrectionGrpcService>();
        app.MapGrpcService<ClaimGrpcService>();
        app.MapGrpcService<HappeningGrpcService>();
        app.MapGrpcService<PlaceGrpcService>();
        return app;
    }
}
