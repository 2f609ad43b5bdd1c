using Microsoft.Extensions.Options;
using Truceline.DevSidecar.Faults;

namespace Truceline.DevSidecar;

/// <summary>The rules that span several settings; collects every violation.</summary>
internal sealed class SidecarOptionsValidator : IValidateOptions<SidecarOptions>
{
    public ValidateOptionsResult Validate(string? name, SidecarOptions options)
    {
        var failures = new List<string>();
        foreach (var twice in options.Apps.Where(app => app.CallbackAddress is not null)
            .GroupBy(app => (app.AppId, app.CallbackAddress)).Where(group => group.Count() > 1))
        {
            failures.Add(
                $"Sidecar:Apps: {twice.Count()} replicas of '{twice.Key.AppId}' have the address {twice.Key.CallbackAddress}; each needs its own.");
        }

        var ports = options.Apps.Select(app => app.DaprGrpcPort).Append(options.AdminPort);
        foreach (var twice in ports.GroupBy(port => port).Where(group => group.Count() > 1))
            failures.Add($"Sidecar: port {twice.Key} is given to {twice.Count()} listeners; each app and the admin endpoint need their own.");

        foreach (var app in options.Apps)
        {
            if (app.AppPort is not null && app.AppAddress is not null)
                failures.Add($"Sidecar:Apps: '{app.AppId}' has both AppPort and AppAddress; give one.");
            if (app.AppAddress is { } address && (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https")))
                failures.Add($"Sidecar:Apps: the AppAddress of '{app.AppId}' is not an http or https URL.");
        }

        foreach (var violation in FaultValidator.Check(options.Faults, [.. options.Apps.Select(app => app.AppId)]))
        {
            var rule = violation.Rule is { } index ? $":Rules:{index}" : "";
            failures.Add($"Sidecar:Faults{rule}:{violation.Member}: {violation.Reason}");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
