using System.CommandLine;
using Truceline.Load;

var seconds = new Option<int>("--seconds") { Description = "How long is measured.", DefaultValueFactory = _ => 15 };
var warmUp = new Option<int>("--warm-up") { Description = "Seconds of load before it; .NET needs about 20 to reach its full speed.", DefaultValueFactory = _ => 20 };
var warmUpReports = new Option<int>("--warm-up-reports") { Description = "Reports answered before it, too: on a busy machine seconds say little." };
var callers = new Option<int>("--callers") { Description = "Streams, or callers at a time. 0 for the verb's own number." };
var copies = new Option<double>("--copies") { Description = "Share of reports that are near-duplicates of earlier ones.", DefaultValueFactory = _ => 0.1 };
var characters = new Option<int>("--characters") { Description = "Length of a report.", DefaultValueFactory = _ => 4000 };
var postgreSql = new Option<string>("--postgresql") { Description = "Connection string of a server; without it, SQLite.", DefaultValueFactory = _ => "" };
var syncs = new Option<bool>("--syncs") { Description = "Counts fsync and fdatasync with strace, which slows it." };

var root = new RootCommand("How many reports Ingest accepts in a second, each on disk before it is answered.");
foreach (var (name, what, load) in Verbs.All)
{
    var verb = new Command(name, what) { seconds, warmUp, warmUpReports, callers, copies, characters, postgreSql, syncs };
    verb.SetAction((arguments, token) => load(
        new LoadOptions(
            arguments.GetValue(seconds), arguments.GetValue(warmUp), arguments.GetValue(warmUpReports), arguments.GetValue(callers), arguments.GetValue(copies),
            arguments.GetValue(characters), arguments.GetValue(postgreSql)!, arguments.GetValue(syncs)),
        token));
    root.Add(verb);
}

return await root.Parse(args).InvokeAsync();
