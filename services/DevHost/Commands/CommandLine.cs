using System.CommandLine;
using Grpc.Core;
using Spectre.Console;
using Truceline.DevHost.Rendering;

namespace Truceline.DevHost.Commands;

/// <summary>The command line: verbs, their options, exit codes.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan TerminationLimit = TimeSpan.FromSeconds(30);

    /// <summary>Runs a command.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    internal static Task<int> RunAsync(string[] arguments, Terminal terminal, TimeProvider time)
    {
        var options = new CommonOptions();
        var root = new RootCommand("Runs Truceline on this machine: every service, the gateway and the sidecar, as processes of their own.");
        options.AddTo(root);
        root.SetAction(Guard(terminal, new UpCommand(options, terminal, time).RunAsync));
        root.Subcommands.Add(new DemoCommand(options, terminal, time).Create(action => Guard(terminal, action)));
        root.Subcommands.Add(new IngestCommand(options, terminal, time).Create(action => Guard(terminal, action)));
        return root.Parse(arguments).InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            // Long enough to stop every process in good order.
            ProcessTerminationTimeout = TerminationLimit,
        });
    }

    private static Func<ParseResult, CancellationToken, Task<int>> Guard(
        Terminal terminal, Func<ParseResult, CancellationToken, Task<int>> action) => async (arguments, cancellationToken) =>
    {
        try
        {
            return await action(arguments, cancellationToken);
        }
        catch (DevHostException exception)
        {
            terminal.Fail(exception);
            return exception.ExitCode;
        }
        catch (Exception exception) when (exception is RpcException or HttpRequestException)
        {
            terminal.Fail(new DevHostException($"A call to the gateway failed: {exception.Message}"));
            return ExitCodes.Failed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            terminal.Error.WriteLine("Interrupted.");
            return ExitCodes.Interrupted;
        }
    };
}
