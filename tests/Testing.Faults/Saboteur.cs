using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Truceline.Testing.Faults;

/// <summary>Takes a part out of the service, to show that the tests notice when it is not there.</summary>
internal static class Saboteur
{
    /// <summary>Arms it: the part's interceptor is registered when the host is built.</summary>
    /// <param name="part">See <see cref="FaultVariables.Without"/>.</param>
    internal static void Arm(string part) => DiagnosticListener.AllListeners.Subscribe(new Observer<DiagnosticListener>(source =>
    {
        if (source.Name == "Microsoft.Extensions.Hosting")
        {
            source.Subscribe(new Observer<KeyValuePair<string, object?>>(item =>
            {
                if (item is { Key: "HostBuilding", Value: IHostBuilder host })
                {
                    host.ConfigureServices((_, services) => Add(services, part));
                }
            }));
        }
    }));

    private static void Add(IServiceCollection services, string part)
    {
        switch (part)
        {
            case "outbox":
                services.AddSingleton<IInterceptor, NoOutbox>();
                break;
            case "inbox":
                services.AddSingleton<IInterceptor, NoInbox>();
                break;
            case "lease":
                services.AddSingleton<IInterceptor, NoLease>();
                break;
            default:
                throw new ArgumentException($"'{part}' is no part.", nameof(part));
        }
    }
}
