using Truceline.Ingest.Stories.Signatures;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Health;

namespace Truceline.Ingest.Stories;

/// <summary>Stories and revisions.</summary>
internal static class StoriesExtensions
{
    internal static WebApplicationBuilder AddStories(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<StoryOptions>()
            .Bind(builder.Configuration.GetSection(StoryOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSignatures();
        builder.Services.AddSingleton<StoryIndex>();
        builder.Services.AddSingleton<StoryIndexCheck>();
        builder.Services.AddHealthChecks().AddCheck<StoryIndexCheck>("stories", tags: [HealthExtensions.ReadyTag]);
        builder.Services.AddSingleton<IRequestValidator<GetStoryRequest>, GetStoryValidator>();
        builder.Services.AddSingleton<IRequestValidator<ListStoriesRequest>, ListStoriesValidator>();
        builder.Services.AddSingleton<IRequestValidator<GetDifferenceRequest>, GetDifferenceValidator>();
        return builder;
    }
}
