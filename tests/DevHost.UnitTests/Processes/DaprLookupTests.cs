using Truceline.DevHost.Processes;

namespace Truceline.DevHost.UnitTests.Processes;

public class DaprLookupTests
{
    [Fact]
    public void FindCommand_OnThePath_GivesItsFullName()
    {
        var folder = Directory.CreateTempSubdirectory("truceline-test-");
        try
        {
            var command = Path.Combine(folder.FullName, "daprd");
            File.WriteAllText(command, "");

            Assert.Equal(command, DaprLookup.FindCommand("daprd", $"/nowhere{Path.PathSeparator}{folder.FullName}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/nowhere")]
    public void FindCommand_NotOnThePath_GivesNull(string? path) => Assert.Null(DaprLookup.FindCommand("daprd", path));
}
