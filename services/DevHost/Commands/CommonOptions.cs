using System.CommandLine;
using Truceline.DevHost.Ports;
using Truceline.DevHost.Processes;

namespace Truceline.DevHost.Commands;

/// <summary>Options of every verb.</summary>
internal sealed class CommonOptions
{
    private const int LastFirstPort = 65535 - PortPlan.BlockSize + 1;

    internal CommonOptions() => Port.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 0 or > LastFirstPort)
        {
            result.AddError($"--port must be in the range [0, {LastFirstPort}].");
        }
    });

    /// <summary>First port.</summary>
    internal Option<int> Port { get; } = new("--port", "-p")
    {
        Description = $"Port of the gateway's cleartext HTTP (default {PortPlan.DefaultFirst}). Without a verb it is the first of "
            + $"{PortPlan.BlockSize} ports in a row; with one, all others are any that are free, and 0 makes this one free as well.",
        DefaultValueFactory = _ => PortPlan.DefaultFirst,
        Recursive = true,
    };

    /// <summary>Data folder.</summary>
    internal Option<string?> Data { get; } = new("--data")
    {
        Description = "Folder of data and logs. Default: .data without a verb, else a temporary one that is removed at the end.",
        Recursive = true,
    };

    /// <summary>Broker of a real Dapr.</summary>
    internal Option<string> Redis { get; } = new("--redis")
    {
        Description = "host:port of the Redis that daprd uses as its broker, when daprd is on the PATH.",
        DefaultValueFactory = _ => "127.0.0.1:6379",
        Recursive = true,
    };

    internal void AddTo(RootCommand root)
    {
        root.Options.Add(Port);
        root.Options.Add(Data);
        root.Options.Add(Redis);
    }

    /// <summary>Everything on fixed ports, data that stays.</summary>
    internal LocalSystemOptions Lasting(ParseResult arguments)
    {
        var port = arguments.GetValue(Port);
        return new LocalSystemOptions(
            port == 0 ? PortPlan.Free(0, SystemPlan.AppIds, PortProbe.FindFree) : PortPlan.Block(port, SystemPlan.AppIds),
            port != 0, arguments.GetValue(Data) ?? ".data", arguments.GetValue(Redis)!);
    }

    /// <summary>One fixed port, data that goes.</summary>
    internal LocalSystemOptions Passing(ParseResult arguments) => new(
        PortPlan.Free(arguments.GetValue(Port), SystemPlan.AppIds, PortProbe.FindFree),
        false, arguments.GetValue(Data), arguments.GetValue(Redis)!);
}
