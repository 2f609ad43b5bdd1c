using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Email;

/// <summary>E-mails.</summary>
internal static class EmailFormats
{
    internal static IServiceCollection AddEmailFormats(this IServiceCollection services) =>
        // Attachments are read by all the other formats; they are asked for when the first one comes.
        services.AddSingleton<IDocumentFormat>(provider => new EmailFormat(() => [.. provider.GetServices<IDocumentFormat>()]));
}
