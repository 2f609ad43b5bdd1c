using Truceline.Ingest.V1;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.ServiceDefaults.UnitTests;

public class StringRulesTests
{
    [Fact]
    public void Check_TextsWithNull_NamesEachByItsPath()
    {
        var request = new CreateSubscriptionRequest
        {
            Subscription = new Subscription
            {
                Name = "a\0b",
                Filter = new AlertFilter { Classes = { "assault_*", "x\0" } },
                Webhook = new Webhook { Url = "https://example.org/", Secret = "\0" },
            },
        };

        Assert.Equal(["subscription.filter.classes[1]", "subscription.name", "subscription.webhook.secret"], Check(request));
    }

    [Fact]
    public void Check_TextsWithoutNull_FindsNothing() =>
        Assert.Empty(Check(new SubmitReportRequest { Report = new ReportDraft { Text = "One line.\nAnother, with a tab\t.", Source = "Example" } }));

    private static string[] Check(Google.Protobuf.IMessage request)
    {
        var violations = new FieldViolations();
        StringRules.Check(request, violations);
        Assert.All(violations.All, v => Assert.Equal("INVALID_CHARACTER", v.Reason));
        return [.. violations.All.Select(v => v.Field).Order(StringComparer.Ordinal)];
    }
}
