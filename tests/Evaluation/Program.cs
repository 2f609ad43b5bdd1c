using System.CommandLine;
using Truceline.Evaluation.Feeds;
using Truceline.Evaluation.Geometry;
using Truceline.Evaluation.NearDuplicates;
using Truceline.Evaluation.News;

var root = new RootCommand("Measures what Ingest reads and GeoZone draws against sets whose right result is known. Exits with 1 below the bar.")
{
    FeedsVerb.Create(),
    GeoJsonHintVerb.Create(),
    GeometryVerb.Create(),
    VerdictsVerb.Create(),
    NearDuplicatesVerb.Create(),
    NinjsVerb.Create(),
    NewsMlVerb.Create(),
};
return await root.Parse(args).InvokeAsync();
