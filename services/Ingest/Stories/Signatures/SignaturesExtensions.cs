using Truceline.ServiceDefaults.Caching;

namespace Truceline.Ingest.Stories.Signatures;

internal static class SignaturesExtensions
{
    /// <summary>Registers <see cref="INearDuplicateIndex"/> and <see cref="ISharedSignatures"/>.</summary>
    internal static IServiceCollection AddSignatures(this IServiceCollection services)
    {
        services.AddOptions<SignatureOptions>().BindConfiguration(SignatureOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<INearDuplicateIndex, NearDuplicateIndex>();
        services.AddSingleton<ISharedSignatures>(provider => provider.GetService<RedisConnection>() is null
            ? new UnsharedSignatures()
            : ActivatorUtilities.CreateInstance<RedisSignatures>(provider));
        return services;
    }
}
