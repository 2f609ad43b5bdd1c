using Truceline.Entity.Reading;
using Truceline.Entity.UnitTests.Stories;

namespace Truceline.Entity.UnitTests.Places;

/// <summary>Tripoli is the capital of one state and the second city of another: what a text says besides decides.</summary>
public sealed class NamesakeCitiesTests
{
    [Theory]
    [InlineData("The Lebanese army set up checkpoints in Tripoli after two nights of clashes, a security source said.", "LB")]
    [InlineData("Soldiers of the Lebanese Armed Forces patrolled the Bab al-Tabbaneh quarter of Tripoli on Friday.", "LB")]
    [InlineData("The Lebanese army sent reinforcements from Beirut. Shooting in Tripoli stopped before noon.", "LB")]
    [InlineData("Forces of Khalifa Haftar shelled the southern outskirts of Tripoli on Friday, a medic said.", "LY")]
    [InlineData("A plane from Benghazi landed in Tripoli for the first time in two years.", "LY")]
    [InlineData("Haftar flew back to Benghazi while delegates in Tripoli waited for an answer.", "LY")]
    public void Read_Tripoli_LiesWhereTheTextIsAbout(string text, string country) => Assert.Equal(country, CountryOf(text, "Tripoli"));

    private static string? CountryOf(string text, string name) =>
        SharedReader.Instance.Read(text, new ReadingContext(new DateOnly(2019, 5, 3), DateTimeOffset.UnixEpoch)).Entities.Single(e => e.Type == EntityType.Location && e.Name == name).Places[0].Country;
}
