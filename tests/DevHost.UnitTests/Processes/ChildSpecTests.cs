using Truceline.DevHost.Processes;

namespace Truceline.DevHost.UnitTests.Processes;

public class ChildSpecTests
{
    [Fact]
    public void Merge_NamesInBoth_TakesTheNewValueButKeepsEveryStartupHook()
    {
        var planned = new Dictionary<string, string> { ["A"] = "1", ["B"] = "1", ["DOTNET_STARTUP_HOOKS"] = "/devhost.dll" };
        var extra = new Dictionary<string, string> { ["B"] = "2", ["C"] = "3", ["DOTNET_STARTUP_HOOKS"] = "/test.dll" };

        var merged = ChildSpec.Merge(planned, extra);

        Assert.Equal("1", merged["A"]);
        Assert.Equal("2", merged["B"]);
        Assert.Equal("3", merged["C"]);
        Assert.Equal($"/devhost.dll{Path.PathSeparator}/test.dll", merged["DOTNET_STARTUP_HOOKS"]);
        Assert.Equal("1", planned["B"]);
    }
}
