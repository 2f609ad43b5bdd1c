namespace Truceline.Ingest.Intake;

/// <summary>The way from what was handed in to what is stored.</summary>
internal static class IntakeExtensions
{
    internal static WebApplicationBuilder AddIntake(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<IntakeOptions>()
            .Bind(builder.Configuration.GetSection(IntakeOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<ItemPreparation>();
        builder.Services.AddSingleton<ReportIntake>();
        builder.Services.AddSingleton<IDocumentIntake, DocumentIntake>();
        return builder;
    }
}
