using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Truceline.Benchmarks.NearDuplicates;
using Truceline.Benchmarks.Reading;
using Truceline.Benchmarks.Reports;
using Truceline.Benchmarks.Tracks;
using Truceline.Benchmarks.Zones;

if (args is ["reading", ..])
    return ReadingVerb.Run(args);
if (args is ["reports", ..])
    return await ReportsVerb.RunAsync(args);
if (args is ["gazetteer", ..])
    return GazetteerVerb.Run(args);
if (args is ["start-up", ..])
    return await StartUpVerb.RunAsync(args);
if (args is ["tracks", ..])
    return await TracksVerb.RunAsync(args);
if (args is ["zones", ..])
    return ZonesVerb.Run(args);
if (args is [ZoneServer.Verb, var served])
    return await ZoneServer.RunAsync(int.Parse(served, System.Globalization.CultureInfo.InvariantCulture));
if (args is ["zones-served", ..])
    return await ServedZonesVerb.RunAsync(args);

// In this process and short: results are compared by ratio, and a million stories are made once.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(10).WithIterationCount(10).WithInvocationCount(64).WithUnrollFactor(1);
BenchmarkSwitcher.FromAssembly(typeof(IntakeBenchmarks).Assembly)
    .Run(args, DefaultConfig.Instance.AddJob(job).WithOption(ConfigOptions.DisableLogFile, true).WithOption(ConfigOptions.JoinSummary, true));
return 0;
