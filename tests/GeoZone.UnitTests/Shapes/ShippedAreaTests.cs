using System.Runtime.CompilerServices;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.Shapes.Formats;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.UnitTests.Shapes;

/// <summary>The areas of divisions that the gazetteer ships can be drawn.</summary>
public sealed class ShippedAreaTests
{
    [Fact]
    public void Read_TheShippedAreas_AreValidAndAsLargeAsTheyAre()
    {
        var read = GeometryFormats.Read(GeometryFormat.Geojson, File.ReadAllBytes(Path.Combine(Here(), "../../../services/Entity/Data/place-areas.geojson")), new(false, false));

        Assert.False(read.IsRefused, string.Join('\n', read.Issues.Where(i => i.Weight != Truceline.GeoZone.Shapes.Validity.IssueWeight.Advice).Select(i => $"{i.Path}: {i.Reason}")));
        Assert.Equal(78, read.Features.Count);
        Assert.All(read.Features, feature => Assert.True(GeodesicArea.OfM2((Geometry)feature.Geometry!) > 1e6, feature.Name));
        var country = read.Features.Single(f => f.Properties["kind"] == "country");
        var provinces = read.Features.Where(f => f.Properties["kind"] == "province" && !f.Name.StartsWith("United Nations", StringComparison.Ordinal)).ToList();
        // Syria has 185,180 km² in 14 governorates.
        Assert.Equal(185_180, GeodesicArea.OfM2(country.Geometry!) / 1e6, 185_180 * 0.01);
        Assert.Equal(14, provinces.Count);
        Assert.Equal(GeodesicArea.OfM2(country.Geometry!), provinces.Sum(p => GeodesicArea.OfM2(p.Geometry!)), GeodesicArea.OfM2(country.Geometry!) * 0.01);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
