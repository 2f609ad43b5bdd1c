namespace Truceline.Architecture.Tests;

public class FormatGuideTests
{
    [Fact]
    public void SmallestFormat_InTheGuide_IsTheCodeThatRuns()
    {
        var guide = File.ReadAllText(Repository.PathOf("services", "Ingest", "README.md"));
        var code = File.ReadAllText(Repository.PathOf("services", "Ingest", "Formats", "Wire", "PlainTextFormat.cs"));

        var begin = guide.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        var shown = guide[begin..guide.IndexOf("```", begin, StringComparison.Ordinal)];

        Assert.Contains("IDocumentFormat", shown, StringComparison.Ordinal);
        Assert.EndsWith(shown, code, StringComparison.Ordinal);
    }
}
