using System.Text.Json.Nodes;
using Truceline.DevHost.Rendering;
using Truceline.DevHost.Stories;
using Truceline.Entity.V1;
using Truceline.GeoZone.V1;
using Truceline.Ingest.V1;
using Truceline.Type.V1;

namespace Truceline.DevHost.UnitTests.Rendering;

public class OutcomeJsonTests
{
    [Fact]
    public void Build_ExactCount_HasAValueOnly() => AssertQuantity(
        new Quantity { Kind = QuantityKind.Count, Low = 50, High = 50, Unit = "vehicle" }, ("value", 50));

    [Fact]
    public void Build_MoreThan_HasLowAndIsOpen() => AssertQuantity(
        new Quantity { Kind = QuantityKind.Fatalities, Low = 30, Unit = "civilian" }, ("low", 30), ("open", true));

    [Fact]
    public void Build_FewerThan_HasHighAndIsOpen() => AssertQuantity(
        new Quantity { Kind = QuantityKind.Count, High = 10, Unit = "person" }, ("high", 10), ("open", true));

    [Fact]
    public void Build_Range_HasLowAndHigh() => AssertQuantity(
        new Quantity { Kind = QuantityKind.Count, Low = 3, High = 5, Unit = "person" }, ("low", 3), ("high", 5));

    [Fact]
    public void Build_Distance_IsAnIntervalInMetres() => AssertQuantity(
        new Quantity { Kind = QuantityKind.Distance, Low = 15000, High = 15000, Unit = "m" }, ("low_m", 15000), ("high_m", 15000));

    [Fact]
    public void Build_ZeroFatalities_IsZeroAndNotOpen() => AssertQuantity(
        new Quantity { Kind = QuantityKind.Fatalities, Low = 0, High = 0, Unit = "person" }, ("value", 0));

    [Fact]
    public void Build_PlaceWithCandidates_HasThePositionOfTheBest()
    {
        var reading = new Reading();
        reading.Entities.Add(new Truceline.Entity.V1.Entity
        {
            Id = "e1",
            Type = EntityType.ArmedGroup,
            Mentions = { new Mention { Text = "Front", Span = new Span { Start = 3, End = 8 } } },
            Places = { Place(35.9, 36.6), Place(1, 2) },
        });

        var entity = Build(reading)["entities"]![0]!;

        Assert.Equal("ArmedGroup", (string?)entity["type"]);
        Assert.Equal(35.9, (double?)entity["lat"]);
        Assert.Equal(36.6, (double?)entity["lon"]);
        Assert.Equal("[3,8]", entity["mentions"]![0]!["span"]!.ToJsonString());
    }

    [Fact]
    public void Build_Commitment_HasTheLastDayOfItsDeadlineAndIdsOfEntities()
    {
        var reading = new Reading();
        reading.Claims.Add(new Claim
        {
            Kind = ClaimKind.Commitment,
            Class = "withdraw_forces",
            Evidence = new Evidence { Quote = "withdraw", Span = new Span { Start = 1, End = 9 } },
            Actors = { new Participant { EntityId = "e1" } },
            Speaker = new Participant { EntityId = "e2" },
            Deadline = new DateExtent { Value = "2018-10", StartDate = "2018-10-01", EndDate = "2018-10-31" },
        });

        var claim = Build(reading)["claims"]![0]!;

        Assert.Equal("Commitment", (string?)claim["kind"]);
        Assert.Equal("withdraw forces", (string?)claim["class"]);
        Assert.Equal("2018-10-31", (string?)claim["deadline"]);
        Assert.Equal("""["e1"]""", claim["actors"]!.ToJsonString());
        Assert.Equal("e2", (string?)claim["speaker"]);
        Assert.Null(claim["place"]);
    }

    private static void AssertQuantity(Quantity quantity, params (string Name, object Value)[] figures)
    {
        quantity.Span = new Span { Start = 0, End = 2 };
        var reading = new Reading { Quantities = { quantity } };

        var json = Build(reading)["quantities"]![0]!.AsObject();

        string[] others = ["text", "kind", "unit", "span"];
        Assert.Equal(figures.Select(f => f.Name), json.Select(m => m.Key).Except(others));
        Assert.All(figures, f => Assert.Equal(f.Value, f.Value is bool ? (object?)(bool?)json[f.Name] : (int?)(double?)json[f.Name]));
    }

    private static PlaceCandidate Place(double latitude, double longitude) =>
        new() { Position = new Position { Latitude = latitude, Longitude = longitude } };

    private static JsonObject Build(Reading reading) => OutcomeJson.Build(new StoryOutcome(new Document(), [], [new ReadReport(new Report(), reading)], new Agreement(), [], [], [], "", []));
}
