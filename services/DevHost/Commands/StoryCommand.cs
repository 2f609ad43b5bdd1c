using Truceline.DevHost.Rendering;
using Truceline.DevHost.Stories;

namespace Truceline.DevHost.Commands;

/// <summary>Starts everything, hands a story in and follows it. Nothing stays behind.</summary>
internal sealed class StoryCommand(Terminal terminal, TimeProvider time)
{
    private static string Samples => Path.Combine(AppContext.BaseDirectory, "Samples");

    /// <summary>The sample agreement.</summary>
    internal static string SampleAgreement => Path.Combine(Samples, "agreement.json");

    /// <summary>The sample story.</summary>
    internal static string SampleStory => Path.Combine(Samples, "story.txt");

    /// <summary>Does it.</summary>
    /// <param name="options">How to start.</param>
    /// <param name="agreement">File with an agreement in JSON.</param>
    /// <param name="story">File or address of the story.</param>
    /// <param name="published">When it was published; empty when not known.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="DevHostException">Something failed or did not arrive.</exception>
    internal async Task<StoryOutcome> RunAsync(
        LocalSystemOptions options, string agreement, string story, string published, CancellationToken cancellationToken)
    {
        var agreementJson = await ReadAgreementAsync(agreement, cancellationToken);
        var read = await StoryReader.ReadAsync(story, published, cancellationToken);
        return await terminal.WithProgressAsync(async progress =>
        {
            await using var system = await LocalSystem.StartAsync(options, progress, time, cancellationToken);
            using var gateway = new GatewayClient(system);
            var outcome = await system.WhileAllRunAsync(
                stop => new StoryRun(system, gateway, progress, time, stop).RunAsync(agreementJson, read), cancellationToken);
            progress("Stopping");
            return outcome;
        });
    }

    private static async Task<string> ReadAgreementAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DevHostException($"{path} cannot be read: {exception.Message}");
        }
    }
}
