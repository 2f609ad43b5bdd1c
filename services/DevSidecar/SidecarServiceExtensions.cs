using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Truceline.DevSidecar.Delivery;
using Truceline.DevSidecar.Faults;
using Truceline.DevSidecar.Health;
using Truceline.DevSidecar.Publishing;
using Truceline.DevSidecar.Storage;
using Truceline.DevSidecar.Streams;
using Truceline.DevSidecar.Subscriptions;
using Truceline.DevSidecar.Telemetry;

namespace Truceline.DevSidecar;

/// <summary>Registration of the whole process.</summary>
internal static class SidecarServiceExtensions
{
    public static void AddSidecar(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SidecarOptions>().BindConfiguration(SidecarOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<SidecarOptions>, SidecarOptionsValidator>();
        services.AddOptions<HostOptions>().Configure<IOptions<SidecarOptions>>((host, sidecar) =>
            host.ShutdownTimeout = sidecar.Value.ShutdownGrace + TimeSpan.FromSeconds(5));
        services.AddSingleton(TimeProvider.System);

        services.AddSingleton<SidecarListeners>();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>>(provider => provider.GetRequiredService<SidecarListeners>());
        services.AddGrpc(grpc => grpc.Interceptors.Add<ApiTokenInterceptor>());

        services.AddSingleton<IStreamStore, SqliteStreamStore>();
        services.AddSingleton<StreamFeed>();
        services.AddHostedService<StreamTrimmer>();

        services.AddSingleton<DeliveryBoard>();
        services.AddSingleton<SubscriptionReader>();
        services.AddSingleton<ITopicEventSender>(provider => ActivatorUtilities.CreateInstance<FaultyTopicEventSender>(
            provider, new GrpcTopicEventSender()));
        services.AddSingleton<IEventAppender>(provider => ActivatorUtilities.CreateInstance<FaultyEventAppender>(
            provider, ActivatorUtilities.CreateInstance<StreamAppender>(provider)));
        services.AddSingleton<FaultControl>();
        services.AddSingleton<HoldBackGate>();
        services.AddSingleton(new PublishAttempts());
        services.AddSingleton<DeathLedger>();
        services.AddSingleton<Executioner>();
        services.AddSingleton<MessageHandler>();
        services.AddSingleton<GroupIntakes>();
        services.AddSingleton<AppDelivery>();
        services.AddHostedService<DeliveryService>();

        services.AddSingleton<SidecarReadiness>();
        services.AddSingleton<StatusReporter>();
        builder.AddSidecarTelemetry();
    }

    public static void MapSidecar(this WebApplication app)
    {
        app.MapGrpcService<DaprApiService>();
        app.MapAdmin();
        app.MapFaults();
    }
}
