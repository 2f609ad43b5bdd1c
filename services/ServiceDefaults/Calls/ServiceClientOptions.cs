using Microsoft.Extensions.Options;

namespace Truceline.ServiceDefaults.Calls;

/// <summary>Where a service is that this one calls; setting <c>Services:{name}</c>.</summary>
internal sealed class ServiceClientOptions
{
    /// <summary>One or more addresses, separated by commas. Required.</summary>
    public string Addresses { get; set; } = "";

    /// <summary>Names the setting in its errors.</summary>
    internal sealed class Validator(string service, string setting) : IValidateOptions<ServiceClientOptions>
    {
        public ValidateOptionsResult Validate(string? name, ServiceClientOptions options) =>
            name != service ? ValidateOptionsResult.Skip
            : ServiceAddresses.ErrorOf(setting, options.Addresses) is { } error ? ValidateOptionsResult.Fail(error)
            : ValidateOptionsResult.Success;
    }
}
