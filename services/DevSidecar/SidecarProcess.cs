using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;
using Truceline.DevSidecar.Streams;

namespace Truceline.DevSidecar;

/// <summary>Builds and runs the process, and turns what keeps it from starting into a sentence and an exit code.</summary>
internal static class SidecarProcess
{
    /// <summary>Exit code when the settings are wrong.</summary>
    public const int BadSettings = 2;

    /// <summary>Exit code when a port is taken.</summary>
    public const int PortTaken = 3;

    /// <summary>Exit code when the data directory is in use or cannot be opened.</summary>
    public const int StoreUnavailable = 4;

    /// <summary>Beneath every other source of settings. The host's own report of a failed start is silent: this class says it in a sentence.</summary>
    private static readonly Dictionary<string, string?> QuietLogs = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting"] = "Warning",
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical",
        ["Logging:LogLevel:Grpc"] = "Warning",
    };

    /// <summary>The application, not yet started.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = QuietLogs });
        builder.AddSidecar();
        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapSidecar();
        return app;
    }

    /// <summary>Runs until asked to stop.</summary>
    /// <returns>0, or one of the exit codes of this class; the reason is on standard error.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var options = new SidecarOptions();
        try
        {
            await using var app = Build(args);
            options = app.Services.GetRequiredService<IOptions<SidecarOptions>>().Value;
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException invalid)
        {
            await Console.Error.WriteLineAsync("The settings are not valid:");
            foreach (var failure in invalid.Failures)
                await Console.Error.WriteLineAsync("  " + failure);
            return BadSettings;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(DescribeTakenPort(options, taken));
            return PortTaken;
        }
        catch (StreamStoreUnavailableException unavailable)
        {
            await Console.Error.WriteLineAsync(unavailable.Message);
            return StoreUnavailable;
        }
    }

    private static string DescribeTakenPort(SidecarOptions options, IOException taken)
    {
        var ports = options.Apps.Select(app => app.DaprGrpcPort).Append(options.AdminPort);
        foreach (var port in ports.Where(port => taken.Message.Contains($":{port}:", StringComparison.Ordinal)))
            return $"Port {port} is in use. Stop the process that holds it, or give another port in {SidecarListeners.SettingOf(options, port)}.";
        return taken.Message;
    }
}
