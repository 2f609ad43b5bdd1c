using System.Runtime.CompilerServices;
using Google.Protobuf;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.UnitTests;

/// <summary>The sample agreement of the repository.</summary>
internal static class Sample
{
    public static string Json { get; } = File.ReadAllText(Path.Combine(Here(), "../../services/DevHost/Samples/agreement.json"));

    public static Agreement Agreement() => JsonParser.Default.Parse<Agreement>(Json);

    public static PreparedAgreement Prepared() => new(Agreement());

    public static Obligation Term(string id) => Agreement().Obligations.Single(o => o.Id == id);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
