namespace Truceline.ServiceDefaults.Calls;

/// <summary>Where a service is: one or more absolute http or https addresses, separated by commas. Pure.</summary>
public static class ServiceAddresses
{
    /// <summary>Reads the addresses of a setting, in their order, each once.</summary>
    /// <param name="setting">Name of the setting, for the error.</param>
    /// <param name="value">Its value, e.g. <c>http://10.0.0.1:8081,http://10.0.0.2:8081</c>.</param>
    /// <exception cref="FormatException">It names none, one is no absolute http or https address, or they mix the two.</exception>
    public static IReadOnlyList<Uri> Parse(string setting, string? value) =>
        ErrorOf(setting, value) is { } error ? throw new FormatException(error) : [.. Split(value).Select(a => new Uri(a)).Distinct()];

    /// <summary>What is wrong with a value, naming the setting and the address; null when nothing is.</summary>
    /// <param name="setting">Name of the setting.</param>
    /// <param name="value">Its value.</param>
    public static string? ErrorOf(string setting, string? value)
    {
        var addresses = Split(value);
        if (addresses.Length == 0)
        {
            return $"{setting} must name at least one address.";
        }

        if (addresses.FirstOrDefault(a => !Uri.TryCreate(a, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) is { } wrong)
        {
            return $"{setting} must be absolute http or https addresses separated by commas; '{wrong}' is none.";
        }

        return addresses.Select(a => new Uri(a).Scheme).Distinct().Count() == 1 ? null : $"{setting} must not mix http and https.";
    }

    private static string[] Split(string? value) => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
