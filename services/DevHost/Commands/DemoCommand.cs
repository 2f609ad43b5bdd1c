using System.CommandLine;
using Truceline.DevHost.Rendering;

namespace Truceline.DevHost.Commands;

/// <summary>The sample story against the sample agreement.</summary>
internal sealed class DemoCommand(CommonOptions options, Terminal terminal, TimeProvider time)
{
    internal Command Create(Func<Func<ParseResult, CancellationToken, Task<int>>, Func<ParseResult, CancellationToken, Task<int>>> guard)
    {
        var command = new Command("demo", "Loads a sample agreement and a sample story and shows what follows, to the last delivery.");
        command.SetAction(guard(RunAsync));
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var outcome = await new StoryCommand(terminal, time).RunAsync(
            options.Passing(arguments), StoryCommand.SampleAgreement, StoryCommand.SampleStory, "", cancellationToken);
        new OutcomeView(terminal.Out).Write(outcome);
        if (outcome is { Incidents.Count: > 0, Alerts.Count: > 0, Obligations.Count: > 0, Reading.Claims.Count: > 0 })
        {
            return ExitCodes.Done;
        }

        throw new DevHostException("The sample story should give claims, obligations, an incident and alerts; not all of them came.");
    }
}
