using Truceline.Entity.Reading.Coordinates;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.UnitTests.Coordinates;

public sealed class DesignationReaderTests
{
    [Theory]
    [InlineData("The 45th Separate Guards Brigade left.", "45th Separate Guards Brigade=Unit 45 Separate Guards Brigade")]
    [InlineData("Men of 1st Battalion, 5th Marines dug in.", "1st Battalion, 5th Marines=Unit 1 Battalion, 5 Marines")]
    [InlineData("The 79th air assault brigade and Third Army met.", "79th air assault brigade=Unit 79 air assault brigade; Third Army=Unit Third Army")]
    [InlineData("Fire hit OP 7, OP-12 and Observation Post Tango 12.", "OP 7=Post OP 7; OP-12=Post OP-12; Observation Post Tango 12=Post Observation Post Tango 12")]
    [InlineData("Bravo 2-6 reported to Sierra 4.", "Bravo 2-6=Callsign BRAVO 2-6; Sierra 4=Callsign SIERRA 4")]
    [InlineData("A driver with the callsign \"Hammer 31\" fled.", "Hammer 31=Callsign HAMMER 31")]
    [InlineData("The 3rd Army Corps and Task Force 121 met.", "3rd Army Corps=Unit 3 Army Corps; Task Force 121=Unit Task Force 121")]
    [InlineData("The 101st Airborne flew to UNP 8-30.", "101st Airborne=Unit 101 Airborne; UNP 8-30=Post UNP 8-30")]
    [InlineData("1/5 Marines held the bridge, 2/7 Cav the ford.", "1/5 Marines=Unit 1/5 Marines; 2/7 Cav=Unit 2/7 Cav")]
    [InlineData("Callsign Falcon 1-1 went silent.", "Falcon 1-1=Callsign FALCON 1-1")]
    public void Read_Designations_NormalisesThem(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("India 2-1 Pakistan; the company lost 12 trucks in 2018.")]
    [InlineData("The division of powers, an army of 5,000, Army 12,000 strong.")]
    [InlineData("1/2 of the infantry left; 3/4 cavalry horses fell.")]
    [InlineData("The op took hours. Post 9 p.m. it was calm.")]
    public void Read_OtherWords_FindsNothing(string text) => Assert.Equal("", Told(text));

    private static string Told(string text) =>
        string.Join("; ", DesignationReader.Read(SegmentedText.Of(text)).Select(d => $"{d.Span.Of(text)}={d.Kind} {d.Designation}"));
}
