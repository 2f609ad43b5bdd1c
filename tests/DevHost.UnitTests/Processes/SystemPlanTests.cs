using Truceline.DevHost.Ports;
using Truceline.DevHost.Processes;

namespace Truceline.DevHost.UnitTests.Processes;

public class SystemPlanTests
{
    private static readonly SystemSettings Settings = new(
        PortPlan.Block(6000, SystemPlan.AppIds), "/data", new CertificateFiles("/data/c.crt", "/data/c.key"), "api", "app");

    [Fact]
    public void DaprSpecs_EachApp_GetsItsPortsAndTheTokens()
    {
        var spec = new DaprPlan(Settings, "/bin/daprd", "127.0.0.1:6379").Specs().Single(s => s.Name == "daprd-entity");
        var ports = Settings.Ports.Services["entity"][0];

        Assert.Equal("sh", spec.FileName);
        Assert.Equal(["sh", "/bin/daprd", "--app-id", "entity"], spec.Arguments.Skip(2).Take(4));
        Assert.Equal($"{ports.Grpc}", After("--app-port"));
        Assert.Equal($"{ports.DaprGrpc}", After("--dapr-grpc-port"));
        Assert.Equal("api", spec.Environment["DAPR_API_TOKEN"]);
        Assert.Equal("app", spec.Environment["APP_API_TOKEN"]);

        string After(string flag) => spec.Arguments[spec.Arguments.ToList().IndexOf(flag) + 1];
    }

    [Fact]
    public void Assembly_NotBuilt_SaysWhatToDo()
    {
        var failure = Assert.Throws<DevHostException>(() => new Binaries("/nowhere", "Debug", "net10.0").Assembly("Ingest"));

        Assert.Contains("dotnet build services/DevHost -c Debug", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_FromATestsFolder_FindsTheServicesInTheSameConfiguration()
    {
        var binaries = Binaries.Find(AppContext.BaseDirectory);

        Assert.True(File.Exists(Path.Combine(binaries.ServicesFolder, "DevHost", "DevHost.csproj")));
        Assert.Equal(new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, binaries.Configuration);
    }
}
