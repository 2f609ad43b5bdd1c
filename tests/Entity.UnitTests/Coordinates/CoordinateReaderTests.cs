using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Coordinates;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.UnitTests.Coordinates;

public sealed class CoordinateReaderTests
{
    /// <summary>A metre on the ground, in degrees of latitude, is about 9e-6; the table is exact to a decimetre.</summary>
    private const double Tolerance = 1e-6;

    // Expected values: GeoConvert of GeographicLib 2.1 (middle of the square).
    [Theory]
    [InlineData("36SXE2293007466", 35.302844059019, 34.352117860600, 1)]
    [InlineData("36S XE 22930 07466", 35.302844059019, 34.352117860600, 1)]
    [InlineData("36S XE 229 075", 35.303594369390, 34.352344815347, 100)]
    [InlineData("36SXE20", 35.280353424832, 34.374498613171, 10_000)]
    [InlineData("38PMB1234567890", 15.085006460558, 44.184366801774, 1)]
    [InlineData("36MZE08", -0.135553516279, 35.739913711302, 10_000)]
    [InlineData("29QKU1212", 16.376614767814, -11.691390000945, 1000)]
    [InlineData("31NAA0000000000", 0.000004514709, -0.592322718081, 1)]
    [InlineData("60KXF99", -17.221654532470, 178.833871999402, 10_000)]
    [InlineData("36SYE4512340123", 35.5744991067, 35.7049527976, 1)]
    public void Read_GridReference_AgreesWithGeoConvert(string reference, double latitude, double longitude, double side)
    {
        var found = Only("The patrol reached " + reference + " at dusk.");
        Assert.Equal("mgrs", found.Notation);
        Assert.Equal(latitude, found.Latitude, Tolerance);
        Assert.Equal(longitude, found.Longitude, Tolerance);
        Assert.Equal(side / Math.Sqrt(2), found.RadiusMetres, 0.001);
    }

    [Theory]
    [InlineData("36S 545000 3940000", 35.6027260058, 33.4968101812)]
    [InlineData("36N 545000 3940000", 35.6027260058, 33.4968101812)]
    [InlineData("zone 20S, 345000 mE, 6940000 mN", -27.6552472980, -64.5713586341)]
    [InlineData("37 S E 259037.1 N 3906692.1", 35.2744, 36.3508)]
    [InlineData("36N 341572.8 537290.0", 4.8594, 31.5713)]
    [InlineData("33X 514278.7mE 8683355.5mN", 78.2232, 15.6267)]
    [InlineData("19H 344846.7 6297700.2", -33.4489, -70.6693)]
    public void Read_Utm_AgreesWithGeoConvert(string reference, double latitude, double longitude)
    {
        var found = Only("Impact at " + reference + ".");
        Assert.Equal("utm", found.Notation);
        Assert.Equal(latitude, found.Latitude, Tolerance);
        Assert.Equal(longitude, found.Longitude, Tolerance);
    }

    [Theory]
    [InlineData("35.5744, 36.7049", "decimal", 35.5744, 36.7049)]
    [InlineData("(-1.2921, 36.8219)", "decimal", -1.2921, 36.8219)]
    [InlineData("35.5744N 36.7049E", "decimal", 35.5744, 36.7049)]
    [InlineData("N35.5744, E36.7049", "decimal", 35.5744, 36.7049)]
    [InlineData("35.5744° N, 36.7049° W", "decimal", 35.5744, -36.7049)]
    [InlineData("48,0159° N, 37,8028° E", "decimal", 48.0159, 37.8028)]
    [InlineData("48,0159 N 37,8028 E", "decimal", 48.0159, 37.8028)]
    [InlineData("36,2021 ; 37,1343", "decimal", 36.2021, 37.1343)]
    [InlineData("36,2021/37,1343", "decimal", 36.2021, 37.1343)]
    [InlineData("36.7049°E, 35.5744°S", "decimal", -35.5744, 36.7049)]
    [InlineData("35.57 degrees north, 36.70 degrees east", "decimal", 35.57, 36.70)]
    [InlineData("Lat: 35.5 Lon: 36.25", "decimal", 35.5, 36.25)]
    [InlineData("latitude 35.5, longitude -36.25", "decimal", 35.5, -36.25)]
    [InlineData("lat/lon 36.2021, 37.1343", "decimal", 36.2021, 37.1343)]
    [InlineData("Lat/Long: 36.2021 / 37.1343", "decimal", 36.2021, 37.1343)]
    [InlineData("lat, lon: 36.2021, 37.1343", "decimal", 36.2021, 37.1343)]
    [InlineData("Longitude/Latitude = 37.1343, 36.2021", "decimal", 36.2021, 37.1343)]
    [InlineData("N35°30.5' E036°25.25'", "dm", 35.5083333333, 36.4208333333)]
    [InlineData("35°30′N 36°15′E", "dm", 35.5, 36.25)]
    [InlineData("35 30.6 N, 36 15.0 E", "dm", 35.51, 36.25)]
    [InlineData("3530N 03615E", "dm", 35.5, 36.25)]
    [InlineData("353012N0361500E", "dms", 35.5033333333, 36.25)]
    [InlineData("N353012 E0361500", "dms", 35.5033333333, 36.25)]
    [InlineData("35°30'12\"N 36°15'00\"E", "dms", 35.5033333333, 36.25)]
    [InlineData("35° 30′ 12.0″ N, 36° 15′ 0″ E", "dms", 35.5033333333, 36.25)]
    [InlineData("35º30’12”N, 36º15’00”E", "dms", 35.5033333333, 36.25)]
    [InlineData("35-30-12N 036-15-00E", "dms", 35.5033333333, 36.25)]
    [InlineData("35d30m12s N 36d15m00s E", "dms", 35.5033333333, 36.25)]
    [InlineData("+35.5744+036.7049/", "iso6709", 35.5744, 36.7049)]
    [InlineData("-3530.6+03615.0/", "iso6709", -35.51, 36.25)]
    [InlineData("+353012-0361500+120/", "iso6709", 35.5033333333, -36.25)]
    [InlineData("geo:35.5744,-36.7049", "geo", 35.5744, -36.7049)]
    [InlineData("geo:35.5744,36.7049,120;u=35", "geo", 35.5744, 36.7049)]
    public void Read_LatitudeAndLongitude_InEveryNotation(string position, string notation, double latitude, double longitude)
    {
        var text = "A drone fell at " + position + " before noon.";
        var found = Only(text);
        Assert.Equal(notation, found.Notation);
        Assert.Equal(latitude, found.Latitude, Tolerance);
        Assert.Equal(longitude, found.Longitude, Tolerance);
        Assert.Equal(position.Trim('(', ')'), found.Span.Of(text));
    }

    [Theory]
    [InlineData("35.57, 36.704 km away were 3-2 and 1.25, 3.5 points")]
    [InlineData("Call +49 151 2345678 or 0151-234567, ext. 50 E")]
    [InlineData("The 38 N parallel, Highway 50 E and 12 S trucks")]
    [InlineData("They won 3-2; ratios 1.5:2.5 and 12:30, 14:45")]
    [InlineData("Resolution 2254 and 36 SYRIANS, 36 Syrian tanks, 12 XAB1234 plates")]
    [InlineData("91.5000N 36.7049E")]
    [InlineData("35.5744N 190.2000E")]
    [InlineData("1,234.567 890.123 tonnes")]
    public void Read_FiguresOfOtherKinds_FindsNothing(string text) => Assert.Empty(CoordinateReader.Read(SegmentedText.Of(text)));

    [Fact]
    public void Read_FewerDecimals_WidensTheRadius()
    {
        var coarse = Only("at 35.57 N, 36.70 E");
        var fine = Only("at 35.5744 N, 36.7049 E");
        Assert.Equal(100, coarse.RadiusMetres / fine.RadiusMetres, 0.1);
        Assert.InRange(fine.RadiusMetres, 5, 10);
    }

    [Fact]
    public void Read_UncertaintyOfGeoUri_IsTheRadius() => Assert.Equal(35, Only("geo:35.5744,36.7049;u=35").RadiusMetres);

    private static CoordinateMention Only(string text) => Assert.Single(CoordinateReader.Read(SegmentedText.Of(text)));
}
