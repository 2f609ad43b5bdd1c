using System.Text;
using System.Text.Json;
using Truceline.DevHost.Rendering;
using Truceline.Entity.V1;
using Truceline.Notification.V1;

namespace Truceline.SystemTests;

[Collection(RunningSystemCollection.Name)]
public class OutcomeTests(RunningSystem running)
{
    [Fact]
    public void Claims_OfTheStory_QuoteTheCharactersThatTheyPointAt()
    {
        var text = running.Outcome.Report.Text.EnumerateRunes().ToArray();

        Assert.NotEmpty(running.Outcome.Reading.Claims);
        Assert.All(running.Outcome.Reading.Claims, claim =>
        {
            var quoted = new StringBuilder();
            foreach (var rune in text[claim.Evidence.Span.Start..claim.Evidence.Span.End])
            {
                quoted.Append(rune);
            }

            Assert.Equal(quoted.ToString(), claim.Evidence.Quote);
        });
    }

    [Fact]
    public void Claims_OfTheStory_HaveTheDeadlinesThatItNames()
    {
        var deadlines = running.Outcome.Reading.Claims
            .Where(c => c.Kind == ClaimKind.Commitment && c.Deadline is not null).Select(c => c.Deadline.EndDate).ToHashSet();

        Assert.Contains("2018-10-15", deadlines);
        Assert.Contains("2018-12-31", deadlines);
    }

    [Fact]
    public void Obligations_OfTheAgreement_EachHaveAStateAndAReason()
    {
        Assert.Equal(running.Outcome.Agreement.Obligations.Select(o => o.Id), running.Outcome.Obligations.Select(s => s.Obligation.Id));
        Assert.All(running.Outcome.Obligations, s => Assert.NotEmpty(s.Reason));
        Assert.All(running.Outcome.Obligations, s => Assert.Equal("2018-09-17", s.AsOfDate));
    }

    [Fact]
    public void Incidents_OfTheStory_RestOnItsWords()
    {
        Assert.NotEmpty(running.Outcome.Incidents);
        Assert.All(running.Outcome.Incidents, i => Assert.Contains(i.Evidence, e => e.Evidence.ReportId == running.Outcome.Report.Id));
    }

    [Fact]
    public void Alerts_OfTheStory_ArriveSignedByWebhookAndOnBothStreams()
    {
        Assert.Contains(running.Outcome.Alerts, a => a.Alert.Subject == Subject.Incident);
        Assert.All(running.Outcome.Alerts, a =>
        {
            Assert.Equal(DeliveryState.Delivered, a.Delivery?.State);
            Assert.True(a.Webhook?.SignatureValid);
            Assert.Equal(a.Delivery?.Id, a.Webhook?.Id);
            Assert.True(a.OnGrpc);
            Assert.True(a.OnEvents);
        });
    }

    [Fact]
    public void Json_OfTheOutcome_NamesOnlyEntitiesThatItLists()
    {
        using var json = JsonDocument.Parse(OutcomeJson.Write(running.Outcome));
        var root = json.RootElement;
        var ids = root.GetProperty("entities").EnumerateArray().Select(e => e.GetProperty("id").GetString()).ToHashSet();
        var named = root.GetProperty("claims").EnumerateArray().SelectMany(c =>
            c.GetProperty("actors").EnumerateArray().Select(a => a.GetString())
                .Concat(new[] { "speaker", "source", "place" }.Where(n => c.TryGetProperty(n, out _)).Select(n => c.GetProperty(n).GetString())));

        Assert.NotEmpty(ids);
        Assert.All(named, id => Assert.Contains(id, ids));
        Assert.Equal(running.Outcome.TraceId, root.GetProperty("trace_id").GetString());
    }
}
