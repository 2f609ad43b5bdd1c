using System.CommandLine;
using Truceline.DevHost.Rendering;

namespace Truceline.DevHost.Commands;

/// <summary>Any story against the sample agreement, or another.</summary>
internal sealed class IngestCommand(CommonOptions options, Terminal terminal, TimeProvider time)
{
    private readonly Argument<string> _story = new("story") { Description = "File, or http or https address: plain text, a web page, an e-mail, a feed, NewsML-G2, NITF, ninjs, a form, a table of events, positions." };

    private readonly Option<string> _published = new("--published")
    {
        Description = "When it was published: 2018-09-17 or 2018-09-17T14:05:00Z.",
        DefaultValueFactory = _ => "",
    };

    private readonly Option<string> _agreement = new("--agreement")
    {
        Description = "File with the agreement to judge it against, in the JSON of POST /v1/agreements. Default: the sample.",
        DefaultValueFactory = _ => StoryCommand.SampleAgreement,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object on standard output, and nothing else there." };

    internal Command Create(Func<Func<ParseResult, CancellationToken, Task<int>>, Func<ParseResult, CancellationToken, Task<int>>> guard)
    {
        var command = new Command("ingest", "Hands a story in and shows what follows, to the last delivery.") { _story, _published, _agreement, _json };
        command.SetAction(guard(RunAsync));
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var outcome = await new StoryCommand(terminal, time).RunAsync(
            options.Passing(arguments), arguments.GetValue(_agreement)!, arguments.GetValue(_story)!, arguments.GetValue(_published)!, cancellationToken);
        if (arguments.GetValue(_json))
        {
            terminal.Out.Profile.Out.Writer.WriteLine(OutcomeJson.Write(outcome));
        }
        else
        {
            new OutcomeView(terminal.Out).Write(outcome);
        }

        return ExitCodes.Done;
    }
}
