using System.CommandLine;
using Truceline.Entity.Training.Gazetteers;

var root = new RootCommand("Makes the data and models that the Entity service ships.") { GazetteerCommand.Create(), PlaceCommand.Create() };
return root.Parse(args).Invoke();
