using System.CommandLine;
using Truceline.Entity.Reading.Syntax;
using Truceline.Entity.UnitTests.Syntax;

namespace Truceline.Entity.Training.Syntax;

/// <summary>The verb <c>syntax-parse</c>: parses sentences with a model, to look at and to choose between readings of the grammar.</summary>
internal static class SyntaxParseCommand
{
    public static Command Create()
    {
        var input = new Option<FileInfo>("--in") { Description = "Sentences, CoNLL-U; only their tokens count.", Required = true };
        var model = new Option<FileInfo?>("--model") { Description = "Model; the shipped one when left out." };
        var output = new Option<FileInfo>("--out") { Description = "File to write, CoNLL-U.", Required = true };
        var command = new Command("syntax-parse", "Parses sentences with a model.") { input, model, output };
        command.SetAction(parsed =>
        {
            var parser = parsed.GetValue(model) is { } file ? new SyntaxParser(SyntaxModelFile.Read(File.ReadAllBytes(file.FullName))) : SyntaxParser.Load();
            using var writer = new StreamWriter(parsed.GetRequiredValue(output).FullName);
            foreach (var example in ConlluFile.Read(parsed.GetRequiredValue(input).FullName))
            {
                ConlluFile.Write(writer, parser.Parse(example.Words, example.Kinds));
                writer.Write('\n');
            }
            return 0;
        });
        return command;
    }
}
