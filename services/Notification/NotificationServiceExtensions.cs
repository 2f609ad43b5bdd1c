using Microsoft.EntityFrameworkCore.Diagnostics;
using Truceline.Events.V1;
using Truceline.Notification.Alerts;
using Truceline.Notification.Channels.Streams;
using Truceline.Notification.Channels.Webhooks;
using Truceline.Notification.Deliveries;
using Truceline.Notification.Events;
using Truceline.Notification.Storage;
using Truceline.Notification.Subscriptions;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Identities;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Notification;

internal static class NotificationServiceExtensions
{
    /// <summary>Registers the service.</summary>
    public static WebApplicationBuilder AddNotification(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<NotificationOptions>()
            .Bind(builder.Configuration.GetSection(NotificationOptions.Section))
            .ValidateDataAnnotations()
            .Validate(o => o.RetryBaseSeconds <= o.RetryLongestSeconds, "RetryBaseSeconds must not exceed RetryLongestSeconds.")
            .Validate(o => o.GiveUpAfterHours <= o.RetentionDays * 24, "GiveUpAfterHours must not exceed RetentionDays.")
            .ValidateOnStart();

        builder.AddServiceStorage<NotificationDbContext, NotificationPostgreSqlContext>();
        services.AddSingleton<AlertSignal>();
        services.AddSingleton<AlertBroadcast>();
        services.AddHostedService(static provider => provider.GetRequiredService<AlertBroadcast>());
        services.AddSingleton<IInterceptor, AlertCommits>();
        services.AddScoped<ISubscriptionStore, SubscriptionStore>();
        services.AddScoped<IAlertStore, AlertStore>();
        services.AddScoped<IDeliveryStore, DeliveryStore>();
        services.AddHostedService<AlertRetention>();

        services.AddScoped<AlertRecorder>();
        services.AddEventHandler<IncidentOpened, IncidentOpenedHandler>(Topics.IncidentOpened);
        services.AddEventHandler<IncidentUpdated, IncidentUpdatedHandler>(Topics.IncidentUpdated);
        services.AddEventHandler<IncidentCancelled, IncidentCancelledHandler>(Topics.IncidentCancelled);
        services.AddEventHandler<ObligationChanged, ObligationChangedHandler>(Topics.ObligationChanged);
        services.AddEventHandler<ClaimsExtracted, ClaimsExtractedHandler>(Topics.ClaimsExtracted);
        services.AddEventHandler<ClaimsWithdrawn, ClaimsWithdrawnHandler>(Topics.ClaimsWithdrawn);
        services.AddScoped<ClaimLedger>();
        services.AddScoped<EntityStandings>();
        services.AddEventHandler<EntityMerged, EntityMergedHandler>(Topics.EntityMerged);
        services.AddEventHandler<EntityCorrected, EntityCorrectedHandler>(Topics.EntityCorrected);

        services.AddScoped<ErasedAlerts>();
        services.AddReportErasure<ReportErasedHandler>();

        services.AddWebhooks();
        services.AddSingleton<DeliveryAttempt>();
        services.AddHostedService<DeliveryDispatcher>();
        services.AddSingleton<AlertFeed>();
        return builder;
    }

    /// <summary>Maps what the service serves.</summary>
    public static WebApplication MapNotification(this WebApplication app)
    {
        app.MapGrpcService<SubscriptionGrpcService>();
        app.MapGrpcService<AlertGrpcService>();
        app.MapAlertStream();
        return app;
    }
}
