namespace Truceline.ServiceDefaults.Hosting;

/// <summary>What a service is started with.</summary>
public static class ServiceArguments
{
    // Settings are read and checked once, at the start. The watcher that would notice a changed file looks at everything below the working folder, and the
    // store of a service that is run alone is there: each page that is written would wake it.
    private const string NoReload = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>The arguments given, behind those that hold for every service.</summary>
    public static string[] Of(string[] args) => [NoReload, .. args];
}
