namespace Truceline.Ingest.Stories.Signatures;

internal static class SignaturesExtensions
{
    /// <summary>Registers <see cref="INearDuplicateIndex"/> and <see cref="ISharedSignatures"/>.</summary>
    internal static IServiceCollection AddSignatures(this IServiceCollection services) => services
        .AddSingleton<INearDuplicateIndex, NearDuplicateIndex>()
        .AddSingleton<ISharedSignatures, UnsharedSignatures>();
}
