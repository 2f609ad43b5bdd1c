using Truceline.Ingest.Formats;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Documents;

/// <summary>Documents and the formats that are read.</summary>
internal static class DocumentsExtensions
{
    internal static WebApplicationBuilder AddDocuments(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DocumentLimits>()
            .Bind(builder.Configuration.GetSection(DocumentLimits.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddFormats();
        builder.Services.AddSingleton<FormatDetector>();
        builder.Services.AddSingleton<IRequestValidator<SubmitDocumentRequest>, SubmitDocumentValidator>();
        return builder;
    }
}
