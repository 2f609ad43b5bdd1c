using System.CommandLine;
using Truceline.Entity.Training.Claims;
using Truceline.Entity.Training.Claims.Cutting;
using Truceline.Entity.Training.Claims.Speakers;
using Truceline.Entity.Training.Coding;
using Truceline.Entity.Training.Evaluations;
using Truceline.Entity.Training.Gazetteers;
using Truceline.Entity.Training.Places;
using Truceline.Entity.Training.Syntax;
using Truceline.Entity.Training.Tagging;

var root = new RootCommand("Makes the data and models that the Entity service ships, and measures them.")
{
    GazetteerCommand.Create(),
    PlaceCommand.Create(),
    PlacesCommand.Create(),
    SyntaxCommand.Create(),
    SyntaxParseCommand.Create(),
    SyntaxCardCommand.Create(),
    TrainCommand.Create(),
    TuneCommand.Create(),
    EvaluateCommand.Create(),
    CodeCommand.Create(),
    CodingCommand.Create(),
    ClaimsCommand.Create(),
    ClaimsCardCommand.Create(),
    CutsCommand.Create(),
    SpeakersCommand.Create(),
};
return root.Parse(args).Invoke();
