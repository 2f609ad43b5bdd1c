namespace Truceline.Load;

/// <summary>What can be measured.</summary>
internal static class Verbs
{
    private const int Streams = 4;
    private const int Callers = 64;

    internal static (string Name, string What, Func<LoadOptions, CancellationToken, Task<int>> Run)[] All { get; } =
    [
        ("streams", "Reports in streams (SubmitReports), directly.",
            (options, token) => RunAsync(options, Streams, withGateway: false, (s, t, o) => new StreamLoad(s.Ingest, t, o), token)),
        ("gateway", "Reports one by one (SubmitReport), over gRPC and TLS through the gateway.",
            (options, token) => RunAsync(options, Callers, withGateway: true, (s, t, o) => new CallLoad(s.Gateway, s.Certificate, t, o), token)),
        ("rest", "Reports one by one (POST /v1/reports), over JSON and TLS through the gateway.",
            (options, token) => RunAsync(options, Callers, withGateway: true, (s, t, o) => new RestLoad(s.Gateway, s.Certificate, t, o), token)),
        ("direct", "Reports one by one (SubmitReport), over gRPC, directly.",
            (options, token) => RunAsync(options, Callers, withGateway: false, (s, t, o) => new CallLoad(s.Ingest, null, t, o), token)),
        ("peers", "The same bytes written to SQLite with nothing else done: a commit for each report, and 256 in a commit.",
            (options, token) => Task.FromResult(PeerLoad.Run(options, token))),
    ];

    private static async Task<int> RunAsync(
        LoadOptions options, int callers, bool withGateway, Func<SystemUnderLoad, LoadTexts, LoadOptions, ILoad> load, CancellationToken token)
    {
        options = options with { Callers = options.Callers == 0 ? callers : options.Callers };
        await using var system = await SystemUnderLoad.StartAsync(options, withGateway, token);
        using var texts = new LoadTexts(options.Characters, options.Copies);
        await using var running = load(system, texts, options);
        await Measurement.RunAsync(system, running, options, token);
        return 0;
    }
}
