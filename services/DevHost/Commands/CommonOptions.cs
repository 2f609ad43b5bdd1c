using System.CommandLine;
using Truceline.DevHost.Ports;
using Truceline.DevHost.Processes;

namespace Truceline.DevHost.Commands;

/// <summary>Options of every verb.</summary>
internal sealed class CommonOptions
{
    private const int LastFirstPort = 65535 - PortPlan.BlockSize + 1;

    private const int MostReplicas = 9;

    internal CommonOptions()
    {
        Port.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 0 or > LastFirstPort)
            {
                result.AddError($"--port must be in the range [0, {LastFirstPort}].");
            }
        });
        Replicas.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 1 or > MostReplicas)
            {
                result.AddError($"--replicas must be in the range [1, {MostReplicas}].");
            }
        });
        PostgreSql.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !token.Value.Contains('=', StringComparison.Ordinal))
            {
                result.AddError($"--postgres takes a connection string, such as \"Host=db;Username=me;Password=…\", or no value; '{token.Value}' is none.");
            }
        });
        Redis.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !IsHostAndPort(token.Value))
            {
                result.AddError($"--redis takes host:port, such as 127.0.0.1:6379, or no value; '{token.Value}' is none.");
            }
        });
    }

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

    /// <summary>Store of the services.</summary>
    internal Option<string?> PostgreSql { get; } = new("--postgres")
    {
        Description = "Store in PostgreSQL: the server of this connection string (Host=…;Username=…;Password=…), or without a value one of its own.",
        HelpName = "connection string",
        Arity = ArgumentArity.ZeroOrOne,
        Recursive = true,
    };

    /// <summary>Second level of the caches, and broker of a real Dapr.</summary>
    internal Option<string?> Redis { get; } = new("--redis")
    {
        Description = "Use Redis for the caches, and for daprd as its broker when daprd is on the PATH: the one at host:port, or without a value "
            + $"one of its own. Not given: no caches in Redis, and daprd looks at {LocalSystemOptions.DefaultDaprRedis}.",
        HelpName = "host:port",
        Arity = ArgumentArity.ZeroOrOne,
        Recursive = true,
    };

    /// <summary>Processes of each service.</summary>
    internal Option<int> Replicas { get; } = new("--replicas")
    {
        Description = $"Processes of each service, 1 to {MostReplicas} (default 1); those after the first take any ports that are free.",
        DefaultValueFactory = _ => 1,
        Recursive = true,
    };

    /// <summary>Whether processes that end are started again.</summary>
    internal Option<bool> Restart { get; } = new("--restart")
    {
        Description = "Start a process again that ends by itself or is killed, as a cluster does. Default: the end of one is the end of all.",
        Recursive = true,
    };

    internal void AddTo(RootCommand root)
    {
        root.Options.Add(Port);
        root.Options.Add(Data);
        root.Options.Add(PostgreSql);
        root.Options.Add(Redis);
        root.Options.Add(Replicas);
        root.Options.Add(Restart);
    }

    /// <summary>Everything on fixed ports, data that stays.</summary>
    internal LocalSystemOptions Lasting(ParseResult arguments)
    {
        var port = arguments.GetValue(Port);
        return Options(
            arguments,
            port == 0 ? PortPlan.Free(0, SystemPlan.AppIds, PortProbe.FindFree) : PortPlan.Block(port, SystemPlan.AppIds),
            port != 0,
            arguments.GetValue(Data) ?? ".data");
    }

    /// <summary>One fixed port, data that goes.</summary>
    internal LocalSystemOptions Passing(ParseResult arguments) => Options(
        arguments, PortPlan.Free(arguments.GetValue(Port), SystemPlan.AppIds, PortProbe.FindFree), false, arguments.GetValue(Data));

    private LocalSystemOptions Options(ParseResult arguments, PortPlan ports, bool block, string? data) =>
        new(ports.WithReplicas(arguments.GetValue(Replicas), PortProbe.FindFree), block, data)
        {
            PostgreSql = Choice(arguments, PostgreSql),
            Redis = Choice(arguments, Redis),
            Supervision = arguments.GetValue(Restart) ? new Supervision(MostRestarts: 1000, Pause: TimeSpan.FromSeconds(1)) : null,
        };

    private static ServerChoice Choice(ParseResult arguments, Option<string?> option) =>
        arguments.GetResult(option) is not { Implicit: false } ? ServerChoice.None
        : arguments.GetValue(option) is { } address ? ServerChoice.At(address)
        : ServerChoice.Own;

    private static bool IsHostAndPort(string address) =>
        Uri.TryCreate("redis://" + address, UriKind.Absolute, out var uri) && uri.Port > 0 && uri.PathAndQuery is "" or "/";
}
