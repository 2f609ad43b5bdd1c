using Truceline.DevHost.Ports;
using Truceline.DevHost.Processes;

namespace Truceline.DevHost.UnitTests.Processes;

public class SystemPlanTests
{
    private static readonly SystemSettings Settings = new(
        PortPlan.Block(6000, SystemPlan.AppIds), "/data", new CertificateFiles("/data/c.crt", "/data/c.key"), "api", "app");

    private static Binaries Built => Binaries.Find(AppContext.BaseDirectory);

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
    public void ServiceSpecs_ThreeReplicas_ShareAStoreAndHaveTheirOwnPorts()
    {
        var specs = Plan(3).ServiceSpecs().ToList();
        var ingest = specs.Where(s => s.Name.StartsWith("ingest", StringComparison.Ordinal)).ToList();

        Assert.Equal(12, specs.Count);
        Assert.Equal(["ingest", "ingest-2", "ingest-3"], ingest.Select(s => s.Name));
        Assert.Equal(["/data/ingest.db"], ingest.Select(s => s.Environment["Storage__Path"]).Distinct());
        Assert.Equal(["ingest"], ingest.Select(s => s.Environment["OTEL_SERVICE_NAME"]).Distinct());
        Assert.Equal(36, specs.SelectMany(s => new[] { s.Environment["Ports__Grpc"], s.Environment["Ports__Http"], s.Environment["DAPR_GRPC_PORT"] }).Distinct().Count());
    }

    [Fact]
    public void SidecarSpec_ThreeReplicas_HasAnEntryForEachUnderTheSameAppId()
    {
        var environment = Plan(3).SidecarSpec().Environment;
        var entries = Enumerable.Range(0, 12).Select(i => environment[$"Sidecar__Apps__{i}__AppId"]).ToList();

        Assert.Equal([3, 3, 3, 3], SystemPlan.AppIds.Select(appId => entries.Count(e => e == appId)));
        Assert.Equal(12, Enumerable.Range(0, 12).Select(i => environment[$"Sidecar__Apps__{i}__DaprGrpcPort"]).Distinct().Count());
        Assert.False(environment.ContainsKey("Sidecar__Apps__12__AppId"));
    }

    [Fact]
    public void GatewaySpec_TwoReplicas_NamesBothAddresses()
    {
        var ports = Replicated(2).Ports.Services["geozone"];

        Assert.Equal($"http://127.0.0.1:{ports[0].Grpc},http://127.0.0.1:{ports[1].Grpc}", Plan(2).GatewaySpec().Environment["Gateway__Services__GeoZone"]);
    }

    [Fact]
    public void ServiceSpecs_OneReplica_KeepItsNameAndAddress()
    {
        var spec = Plan(1).ServiceSpecs().First();

        Assert.Equal("ingest", spec.Name);
        Assert.Equal("http://127.0.0.1:6014", spec.Environment["Services__Entity"]);
        Assert.False(spec.Environment.ContainsKey("Storage__ConnectionString"));
        Assert.False(spec.Environment.ContainsKey("Cache__Redis"));
    }

    [Fact]
    public void ServiceSpecs_WithServers_GetThemInsteadOfFiles()
    {
        var stores = new StorePlan(SystemPlan.AppIds.ToDictionary(a => a, a => $"Database={a}"), "127.0.0.1:1234", "");
        var spec = new SystemPlan(Settings with { Stores = stores }, Built).ServiceSpecs().Single(s => s.Name == "entity");

        Assert.Equal("Database=entity", spec.Environment["Storage__ConnectionString"]);
        Assert.Equal("127.0.0.1:1234", spec.Environment["Cache__Redis"]);
        Assert.False(spec.Environment.ContainsKey("Storage__Path"));
    }

    [Fact]
    public void DaprSpecs_TwoReplicas_AreTwoSidecarsOfOneApp()
    {
        var specs = new DaprPlan(Replicated(2), "/bin/daprd", "127.0.0.1:6379").Specs().ToList();

        Assert.Equal(8, specs.Count);
        Assert.Equal(2, specs.Count(s => s.Arguments[s.Arguments.ToList().IndexOf("--app-id") + 1] == "entity"));
        Assert.Contains("daprd-entity-2", specs.Select(s => s.Name));
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

    private static SystemPlan Plan(int replicas) => new(Replicated(replicas), Built);

    private static SystemSettings Replicated(int replicas) =>
        Settings with { Ports = Settings.Ports.WithReplicas(replicas, count => [.. Enumerable.Range(40000, count)]) };
}
