using Google.Api;
using Google.Protobuf.Reflection;
using Truceline.Entity.V1;
using Truceline.GeoZone.V1;
using Truceline.Ingest.V1;
using Truceline.Notification.V1;
using Truceline.Operations.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Architecture.Tests;

public class ProtoTests
{
    private static readonly FileDescriptor[] Files =
    [
        IngestServiceReflection.Descriptor, SourceServiceReflection.Descriptor, DocumentServiceReflection.Descriptor, UploadServiceReflection.Descriptor, RejectionServiceReflection.Descriptor, ErasureServiceReflection.Descriptor, EntityServiceReflection.Descriptor, AgreementServiceReflection.Descriptor,
        ZoneServiceReflection.Descriptor, LineServiceReflection.Descriptor, VersionReflection.Descriptor, PlaceServiceReflection.Descriptor, ShapeServiceReflection.Descriptor, IncidentServiceReflection.Descriptor, PreviewServiceReflection.Descriptor,
        SubscriptionServiceReflection.Descriptor,
        AlertServiceReflection.Descriptor, DeadLetterServiceReflection.Descriptor,
        PositionServiceReflection.Descriptor,
        StoryServiceReflection.Descriptor, CatalogServiceReflection.Descriptor, CorrectionServiceReflection.Descriptor,
    ];

    private static IEnumerable<MethodDescriptor> Methods => Files.SelectMany(f => f.Services).SelectMany(s => s.Methods);

    // A stream that comes from the client cannot be transcoded.
    private static IEnumerable<MethodDescriptor> RestMethods => Methods.Where(m => !m.IsClientStreaming);

    [Fact]
    public void Rpcs_OfPublicServices_HaveAnHttpRule()
    {
        var without = RestMethods.Where(m => m.GetOptions()?.GetExtension(AnnotationsExtensions.Http) is null).Select(m => m.FullName);

        Assert.Empty(without);
        Assert.NotEmpty(RestMethods);
    }

    [Fact]
    public void HttpRules_OfPublicServices_AreAllDifferent()
    {
        var rules = RestMethods.Select(m => m.GetOptions().GetExtension(AnnotationsExtensions.Http))
            .Select(r => $"{r.PatternCase} {r.Get}{r.Post}{r.Delete}{r.Put}{r.Patch}").ToArray();

        Assert.Equal(rules.Length, rules.Distinct().Count());
    }

    [Fact]
    public void Topics_OfTheHouse_StandInTheMap()
    {
        var map = File.ReadAllText(Repository.PathOf("services", "README.md"));
        var topics = typeof(Topics).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).ToArray();

        Assert.NotEmpty(topics);
        Assert.All(topics, topic => Assert.Contains($"`{topic}`", map, StringComparison.Ordinal));
    }

    [Fact]
    public void Rpcs_OfPublicServices_StandInTheMap()
    {
        var map = File.ReadAllText(Repository.PathOf("services", "README.md"));

        Assert.All(Methods, m => Assert.Contains($"`{m.Name}`", map, StringComparison.Ordinal));
    }
}
