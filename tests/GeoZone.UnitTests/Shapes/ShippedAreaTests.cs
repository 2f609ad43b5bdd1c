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
        // The governorate of Idlib has 6,097 km².
        Assert.Equal(6_097, GeodesicArea.OfM2(read.Features.Single(f => f.Properties["id"] == "wof:85678373").Geometry!) / 1e6, 6_097 * 0.05);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
