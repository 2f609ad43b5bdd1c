using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using ReflectionAssembly = System.Reflection.Assembly;

namespace Truceline.Architecture.Tests;

/// <summary>Folders of capabilities do not know how things are stored or announced.</summary>
public class BoundaryTests
{
    private static readonly Dictionary<string, ReflectionAssembly> Assemblies =
        Repository.Services.ToDictionary(s => s, s => ReflectionAssembly.Load("Truceline." + s));

    private static readonly ArchUnitNET.Domain.Architecture Architecture = new ArchLoader().LoadAssemblies([.. Assemblies.Values]).Build();

    public static TheoryData<string> StoringServices => ["Ingest", "Entity", "GeoZone", "Notification"];

    [Theory]
    [MemberData(nameof(StoringServices))]
    public void Capabilities_OfAService_KnowNeitherStorageNorEvents(string service)
    {
        var outside = $@"^Truceline\.{service}\.(Storage|Events)(\..*)?$";
        var capabilities = Capabilities(service);
        Assert.NotEmpty(capabilities);

        foreach (var capability in capabilities)
        {
            Types().That().ResideInNamespaceMatching($@"^{capability.Replace(".", @"\.", StringComparison.Ordinal)}(\..*)?$")
                .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(outside))
                .Because("what a service decides must not depend on how it stores or announces it")
                .Check(Architecture);
        }
    }

    [Theory]
    [MemberData(nameof(StoringServices))]
    public void Types_OfAService_AreInternal(string service)
    {
        // Migrations are written by a tool that makes them public; Program is made public by the test host.
        var visible = Assemblies[service].GetExportedTypes()
            .Where(t => t.Name != "Program" && t.Namespace?.Contains(".Migrations", StringComparison.Ordinal) != true);

        Assert.Empty(visible);
    }

    private static string[] Capabilities(string service) =>
    [
        .. Directory.EnumerateDirectories(Repository.PathOf("services", service))
            .Select(d => Path.GetFileName(d)!)
            .Where(d => d is not ("Storage" or "Events" or "Telemetry" or "bin" or "obj" or "Properties" or "Data"))
            .Select(d => $"Truceline.{service}.{d}")
            .Where(n => Architecture.Types.Any(t => t.Namespace.FullName.StartsWith(n, StringComparison.Ordinal))),
    ];
}
