using System.CommandLine;
using Spectre.Console;
using Truceline.DevHost.Rendering;

namespace Truceline.DevHost.Commands;

/// <summary>Without a verb: starts everything, says where it is, and stays up until it is interrupted or a process ends.</summary>
internal sealed class UpCommand(CommonOptions options, Terminal terminal, TimeProvider time)
{
    internal async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var system = await terminal.WithProgressAsync(
            progress => LocalSystem.StartAsync(options.Lasting(arguments), progress, time, cancellationToken));
        Describe(system);
        try
        {
            return await system.WhileAllRunAsync(
                async stop =>
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, time, stop);
                    return ExitCodes.Done;
                },
                cancellationToken);
        }
        catch (OperationCanceledException)
        {
            terminal.Out.MarkupLine("Stopping.");
            return ExitCodes.Done;
        }
    }

    private void Describe(LocalSystem system)
    {
        var grid = new Grid().AddColumn().AddColumn();
        void Row(string name, object value) => grid.AddRow(new Markup($"[bold]{name}[/]"), new Text(value.ToString() ?? ""));
        Row("REST, streams", $"{system.Local} (cleartext, this machine only)");
        Row("REST, gRPC, gRPC-Web", $"{system.Public} (TLS; certificate {system.Certificate.CertificatePath})");
        Row("Alerts as they come", $"curl -N {system.Local}v1/alerts/stream");
        Row("A trace as a tree", $"curl {system.TraceAddress}<trace id>");
        Row("Dead letters", $"curl {system.Local}v1/apps/notification/dead-letters");
        Row("Data, logs", system.Folder);
        Row("Processes", string.Join(", ", system.Processes.Select(p => $"{p.Name} {p.Id}")));
        Row("Stores", system.Stores);
        Row("Sidecar", $"{system.Sidecar}; status and faults of the stand-in: {system.SidecarAdmin}status, {system.SidecarAdmin}faults");
        terminal.Out.Write(new Rule("Truceline is up") { Justification = Justify.Left });
        terminal.Out.Write(grid);
        terminal.Out.MarkupLine("Ctrl-C stops it.");
    }
}
