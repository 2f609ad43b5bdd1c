using Dapr.Client;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Truceline.ServiceDefaults.Events;

internal static class EventsExtensions
{
    internal static void AddServiceEvents(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.AddOptions<DaprOptions>()
            .Bind(configuration.GetSection(DaprOptions.Section))
            .PostConfigure(options => FillFromDaprVariables(options, configuration))
            .ValidateDataAnnotations()
            .Validate(
                options => Uri.TryCreate(options.GrpcEndpoint, UriKind.Absolute, out _),
                "Dapr:GrpcEndpoint, or the port in DAPR_GRPC_PORT, must make an absolute address.")
            .ValidateOnStart();
        builder.Services.AddSingleton(services =>
        {
            var options = services.GetRequiredService<IOptions<DaprOptions>>().Value;
            var client = new DaprClientBuilder()
                .UseGrpcEndpoint(options.GrpcEndpoint)
                .UseGrpcChannelOptions(new GrpcChannelOptions { ThrowOperationCanceledOnCancellation = true });
            return (options.ApiToken.Length > 0 ? client.UseDaprApiToken(options.ApiToken) : client).Build();
        });
        builder.Services.AddSingleton<OutboxSignal>();
        builder.Services.AddSingleton<IInterceptor>(services => services.GetRequiredService<OutboxSignal>());
        builder.Services.AddSingleton<FailureNotes>();
        builder.Services.AddSingleton<EventPipeline>();
        builder.Services.AddSingleton<DeadLetterStore>();
    }

    private static void FillFromDaprVariables(DaprOptions options, IConfiguration configuration)
    {
        if (options.GrpcEndpoint.Length == 0)
        {
            options.GrpcEndpoint = $"http://127.0.0.1:{configuration["DAPR_GRPC_PORT"] ?? "50001"}";
        }

        if (options.ApiToken.Length == 0)
        {
            options.ApiToken = configuration["DAPR_API_TOKEN"] ?? "";
        }

        if (options.AppToken.Length == 0)
        {
            options.AppToken = configuration["APP_API_TOKEN"] ?? "";
        }
    }
}
