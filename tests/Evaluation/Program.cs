using System.CommandLine;
using Truceline.Evaluation.Feeds;
using Truceline.Evaluation.NearDuplicates;
using Truceline.Evaluation.News;

var root = new RootCommand("Measures what Ingest reads against sets of documents whose right result is known. Exits with 1 below the bar.")
{
    FeedsVerb.Create(),
    NearDuplicatesVerb.Create(),
    NinjsVerb.Create(),
    NewsMlVerb.Create(),
};
return await root.Parse(args).InvokeAsync();
