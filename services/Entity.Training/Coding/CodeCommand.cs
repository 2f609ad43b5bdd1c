using System.CommandLine;
using System.Text.Json;
using Truceline.Entity.Reading.Claims.Coding;

namespace Truceline.Entity.Training.Coding;

/// <summary>The verb <c>code</c>: writes what the coder makes of annotated sentences, one JSON object a line, to look at what it misses.</summary>
internal static class CodeCommand
{
    public static Command Create()
    {
        var input = new Option<FileInfo>("--in") { Description = "Sentences as in events/plover_dev.jsonl.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "File to write.", Required = true };
        var command = new Command("code", "Codes annotated sentences and writes both codes.") { input, output };
        command.SetAction(parsed =>
        {
            var cases = PloverCorpus.Read(parsed.GetRequiredValue(input).FullName);
            File.WriteAllLines(parsed.GetRequiredValue(output).FullName, PloverFolds.Code(cases).Select(c => Line(c.Case, c.Code)));
            return 0;
        });
        return command;
    }

    private static string Line(PloverCase one, EventCode? code)
    {
        return JsonSerializer.Serialize(new
        {
            text = one.Text,
            gold = one.Type.Name(),
            found = code?.Type.Name(),
            mode = code?.Mode,
            acled = code?.Acled?.SubType,
            sources = one.Sources.Select(s => s.Of(one.Text)),
            source = code?.Source?.Of(one.Text),
            sourceRight = ActorMatch.IsRight(one.Text, code?.Source, one.Sources, one.Targets),
            targets = one.Targets.Select(s => s.Of(one.Text)),
            target = code?.Target?.Of(one.Text),
            targetRight = ActorMatch.IsRight(one.Text, code?.Target, one.Targets, one.Sources),
        });
    }
}
