using Truceline.GeoZone.Claims;
using Truceline.GeoZone.Detection;
using Truceline.GeoZone.V1;
using Truceline.Type.V1;
using static Truceline.GeoZone.UnitTests.Claims;

namespace Truceline.GeoZone.UnitTests.Detection;

public sealed class IncidentDetectorTests
{
    private static readonly DateTimeOffset Now = new(2018, 12, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Claims as they come, one after the other; what is known at the end.</summary>
    private static List<Incident> Receive(params ReceivedClaim[] claims)
    {
        var incidents = new Dictionary<string, Incident>();
        var received = new List<ReceivedClaim>();
        foreach (var claim in claims)
        {
            var known = incidents.Values.Select(i => new KnownIncident(i, received.FindAll(c => i.Evidence.Any(e => e.ClaimId == c.Claim.Id)))).ToList();
            foreach (var change in IncidentDetector.Detect(Sample.Prepared(), [claim], known, received.FindAll(c => c.IsDenial), Now))
                incidents[change.Incident.Id] = change.Incident;
            received.Add(claim);
        }
        return [.. incidents.Values.OrderBy(i => i.Id, StringComparer.Ordinal)];
    }

    private static ReceivedClaim Strike(string id, string date = "2018-09-20", PlaceCandidate? place = null, string origin = "Agency A", string actor = "Syrian army") =>
        Event(id, "assault_aerial", date, place ?? Idlib, [actor], origin);

    [Fact]
    public void Detect_FirstReport_OpensAnIncident()
    {
        var change = Assert.Single(IncidentDetector.Detect(Sample.Prepared(), [Strike("a")], [], [], Now));

        Assert.True(change.IsNew);
        Assert.Matches("^sha256:[0-9a-f]{64}$", change.Incident.Id);
        Assert.Equal(1, change.Incident.Version);
        Assert.Equal(Compliance.Violated, change.Incident.Verdict.Compliance);
        Assert.Equal("Reported ceasefire violation (assault aerial) at Idlib on 20 September 2018, inside Idlib de-escalation area (illustrative); unverified.",
            change.Incident.Summary);
    }

    [Fact]
    public void Detect_SameClaimAgain_ChangesNothing()
    {
        var first = IncidentDetector.Detect(Sample.Prepared(), [Strike("a")], [], [], Now)[0].Incident;

        Assert.Empty(IncidentDetector.Detect(Sample.Prepared(), [Strike("a")], [new(first, [Strike("a")])], [], Now.AddDays(1)));
    }

    [Fact]
    public void Detect_SecondReportOfTheSame_JoinsAsANewVersion()
    {
        var near = Place("x", "a village nearby", "village", 35.95, 36.65, 1_000);
        var incident = Assert.Single(Receive(Strike("a"), Strike("b", place: near, origin: "Agency B")));

        Assert.Equal(2, incident.Version);
        Assert.Equal(Verification.Corroborated, incident.Verdict.Verification);
        Assert.Equal(["a", "b"], incident.Evidence.Select(e => e.ClaimId).Order());
    }

    [Fact]
    public void Detect_OtherDayPlaceOrClass_OpensAnother()
    {
        Assert.Equal(2, Receive(Strike("a"), Strike("b", "2018-09-21")).Count);
        Assert.Equal(2, Receive(Strike("a"), Strike("b", place: KhanShaykhun)).Count);
        Assert.Equal(2, Receive(Strike("a"), Event("b", "assault_shelling", "2018-09-20", Idlib)).Count);
    }

    [Fact]
    public void Detect_MonthOfStrikes_IsOneIncidentAndNotTheStrikeOfADay()
    {
        var month = Strike("m", "2018-08-17/2018-09-17", IdlibProvince);
        var incidents = Receive(month, Strike("a", "2018-09-10"));

        Assert.Equal(2, incidents.Count);
        Assert.Equal("2018-08-17", incidents.Single(i => i.Evidence[0].ClaimId == "m").Date.StartDate);
    }

    [Fact]
    public void Detect_AnyOrder_GivesTheSameIncidents()
    {
        ReceivedClaim[] claims = [Strike("a"), Strike("b", origin: "Agency B", actor: "Russia"), Denial("d", "deny", "2018-09-21", Idlib), Strike("c", "2018-09-25")];
        var expected = Receive(claims).ConvertAll(Said);

        foreach (var order in new int[][] { [3, 2, 1, 0], [2, 0, 3, 1], [1, 2, 0, 3] })
            Assert.Equal(expected, Receive([.. order.Select(i => claims[i])]).ConvertAll(Said));
    }

    [Fact]
    public void Detect_Denial_StandsBesideTheReportsAndDisputes()
    {
        var incident = Assert.Single(Receive(Strike("a"), Denial("d", "deny", "2018-09-21", Idlib)));

        Assert.Equal(Verification.Disputed, incident.Verdict.Verification);
        Assert.Equal(Compliance.Violated, incident.Verdict.Compliance);
        Assert.Equal([("a", Bearing.Breaks), ("d", Bearing.DeniesBreach)], incident.Evidence.Select(e => (e.ClaimId, e.Bearing)));
    }

    [Fact]
    public void Detect_DenialOfSomethingElse_DisputesNothing()
    {
        ReceivedClaim[] others =
        [
            Denial("d", "no_military_action", "2018-09-20", Idlib), Denial("d", "deny", "2018-10-20", Idlib),
            Denial("d", "deny", "2018-09-20", Damascus), Denial("d", "assault_shelling", "2018-09-20", Idlib),
        ];

        Assert.All(others, denial => Assert.Equal(Verification.Unverified, Assert.Single(Receive(Strike("a"), denial)).Verdict.Verification));
        var month = Strike("m", "2018-08-17/2018-09-17");
        Assert.Equal(Verification.Unverified, Assert.Single(Receive(month, Denial("d", "deny", "2018-09-14", Idlib))).Verdict.Verification);
    }

    [Fact]
    public void Detect_ObserverSaysSo_IsVerified()
    {
        var claim = Strike("a");
        claim.Claim.Source = new() { Name = "Joint Coordination Centre" };

        Assert.Equal(Verification.Verified, Assert.Single(Receive(claim)).Verdict.Verification);
    }

    [Fact]
    public void Detect_ReportsWithDifferentDoers_KeepBoth()
    {
        var incident = Assert.Single(Receive(Strike("a"), Strike("b", origin: "Agency B", actor: "Russia")));

        Assert.Equal(AttributionKind.Disputed, incident.Verdict.Attribution.Kind);
        Assert.Equal(["Russia", "Syrian army"], incident.ReportedActors);
    }

    /// <summary>An incident without its count of versions, which tells how it became known.</summary>
    private static Incident Said(Incident incident)
    {
        var said = incident.Clone();
        said.Version = 0;
        return said;
    }

    [Fact]
    public void Detect_ACopyOfAKnownReport_IsKeptAndNotTold()
    {
        var first = Of(Strike("a"), "s1");
        var known = IncidentDetector.Detect(Sample.Prepared(), [first], [], [], Now)[0].Incident;

        var copy = Assert.Single(IncidentDetector.Detect(Sample.Prepared(), [Of(Strike("b", origin: "Agency B"), "s1")], [new(known, [first])], [], Now.AddDays(1)));
        var other = Assert.Single(IncidentDetector.Detect(Sample.Prepared(), [Of(Strike("c", origin: "Agency C"), "s2")], [new(known, [first])], [], Now.AddDays(1)));

        Assert.False(copy.IsTold);
        Assert.Equal((2, 2, Verification.Unverified), (copy.Incident.Version, copy.Incident.Evidence.Count, copy.Incident.Verdict.Verification));
        Assert.True(other.IsTold);
        Assert.Equal(Verification.Corroborated, other.Incident.Verdict.Verification);
    }

    [Fact]
    public void Detect_ACopyWithAnotherFigure_IsTold()
    {
        var first = Killing("a", 30, start: 10);
        var known = IncidentDetector.Detect(Sample.Prepared(), [first], [], [], Now)[0].Incident;

        Assert.True(Assert.Single(IncidentDetector.Detect(Sample.Prepared(), [Killing("b", 34, start: 10)], [new(known, [first])], [], Now)).IsTold);
        Assert.False(Assert.Single(IncidentDetector.Detect(Sample.Prepared(), [Killing("c", 30, start: 99)], [new(known, [first])], [], Now)).IsTold);
    }

    private static ReceivedClaim Of(ReceivedClaim claim, string story) => claim with { Origin = claim.Origin with { StoryId = story } };

    private static ReceivedClaim Killing(string id, double dead, int start)
    {
        var claim = Of(Strike(id), "s1");
        claim.Claim.Quantities.Add(new Quantity { Kind = QuantityKind.Fatalities, Low = dead, High = dead, Unit = "person", Span = new() { Start = start, End = start + 2 } });
        return claim;
    }
}
