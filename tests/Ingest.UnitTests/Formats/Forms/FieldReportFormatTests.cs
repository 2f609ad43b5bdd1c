using System.Text.Json.Nodes;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Forms;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Formats.Forms;

public class FieldReportFormatTests
{
    private const string Short = """{"what":"The road is open.","where":{"places":["M5"]},"when":{"start":"2020-02-01"},"observer":{"name":"A"},"confidence":"inferred"}""";

    private const string Full = """
        {
          "format": "truceline-field-report/1", "form_id": "PB7-42", "mission": "Example Mission", "title": "Craters",
          "what": "Two craters \u2013 \"fresh\" \u2013 were found.\nNobody was hurt.",
          "event_type": "Shelling", "where": {"places": ["Tell Qasab", "Idlib"], "position": {"latitude": 35.5, "longitude": 36.25}, "radius_m": 500},
          "when": {"start": "2019-05-04T17:40:00+03:00", "end": "2019-05-04"},
          "observer": {"name": "Patrol 7", "role": "leader"}, "confidence": "witnessed",
          "actors": [{"name": "battery", "role": "initiator"}, {"name": "villagers"}],
          "casualties": {"killed": {"low": 0, "high": 2}, "injured": {"low": 1}},
          "photos": [{"reference": "IMG_1.jpg", "caption": "crater"}], "reported": "2019-05-04T20:00:00+03:00", "language": "en", "fields": {"weather": "clear"}
        }
        """;

    private readonly FieldReportFormat _format = new();

    [Fact]
    public async Task ReadAsync_AFullForm_HasEveryField()
    {
        var report = Assert.Single(await _format.ItemsAsync(Full)).Report();
        var seen = report.Observation!;

        Assert.Equal("Two craters \u2013 \"fresh\" \u2013 were found.\nNobody was hurt.", report.Text.Text);
        Assert.Equal(("PB7-42", "Example Mission", "Craters", "en", "2019-05-04T20:00:00+03:00"), (report.ExternalId, report.Outlet, report.Title, report.Language, report.Published));
        Assert.Equal(("Shelling", "2019-05-04T17:40:00+03:00", "2019-05-04", 500.0), (seen.EventType, seen.Start, seen.End, seen.RadiusM));
        Assert.Equal(("Patrol 7", ObserverConfidence.Witnessed, 0, 2), (seen.Observer, seen.Confidence, seen.FatalitiesLow, seen.FatalitiesHigh));
        Assert.Equal(["battery", "villagers"], seen.Actors);
        Assert.Equal(("battery", "1", "IMG_1.jpg | crater", "clear"), (seen.Fields["initiator"], seen.Fields["injured_high"], seen.Fields["photos"], seen.Fields["weather"]));
        var at = report.Text.Text.IndexOf("fresh", StringComparison.Ordinal);
        var (start, end) = report.Text.Map.Locate(at, at + 5)!.Value;
        Assert.Equal("fresh", Full[start..end]);
    }

    [Theory]
    [InlineData("[" + Short + ",\n" + Short + "]", "/0", "/1")]
    [InlineData(Short + "\n" + Short + "\n", "line 1", "line 2")]
    [InlineData("\u001e" + Short + "\n\u001e" + Short + "\n", "record 1", "record 2")]
    [InlineData(Short + " " + Short, "object 1", "object 2")]
    public async Task ReadAsync_SeveralForms_GivesEach(string text, params string[] paths)
    {
        var items = await _format.ItemsAsync(text);

        Assert.Equal(paths, items.Select(i => i.Path));
        var map = items[1].Report().Text.Map;
        Assert.Equal("road", text[(map.Runs[0].OriginalStart + 4)..(map.Runs[0].OriginalStart + 8)]);
    }

    [Fact]
    public async Task ReadAsync_EverythingWrong_NamesEachByItsPointer()
    {
        const string Text = """
            {"what": "1", "where": {"position": {"latitude": 95, "longitude": "x"}, "radius_m": -1}, "when": {"start": "yesterday"},
             "observer": {}, "confidence": "sure", "colour": "red", "casualties": {"killed": {"low": 1.5}}}
            """;

        var (path, violations) = Assert.Single(await _format.ItemsAsync(Text)).Fault();

        Assert.Equal("", path);
        Assert.Equal(
            [
                ("/casualties/killed/low", "INVALID_VALUE"), ("/colour", "UNKNOWN_FIELD"), ("/confidence", "INVALID_VALUE"), ("/observer/name", "REQUIRED"), ("/what", "INVALID_VALUE"),
                ("/when/start", "INVALID_VALUE"), ("/where/position/latitude", "INVALID_VALUE"), ("/where/position/longitude", "INVALID_VALUE"), ("/where/radius_m", "INVALID_VALUE"),
            ],
            violations.OrderBy(v => v.Field, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/when/start", "\"2020-02-30\"", "/when/start")]
    [InlineData("/when/end", "\"2020-01-31\"", "/when/end")]
    [InlineData("/casualties", "{\"killed\":{\"low\":3,\"high\":1}}", "/casualties/killed/high")]
    [InlineData("/photos", "[{\"reference\":\"a\"},{\"reference\":\"b\",\"taken\":\"2020-13-01\"}]", "/photos/1/taken")]
    [InlineData("/where", "{}", "/where")]
    [InlineData("/what", "\"\"", "/what")]
    public async Task ReadAsync_AValueThatCannotBe_IsAFaultAtItsPointer(string at, string value, string expected)
    {
        var form = JsonNode.Parse(Short)!;
        var steps = at.Split('/')[1..];
        (steps.Length == 1 ? form : form[steps[0]]!)[steps[^1]] = JsonNode.Parse(value);

        var (_, violations) = Assert.Single(await _format.ItemsAsync(form.ToJsonString())).Fault();

        Assert.Contains(expected, violations.Select(v => v.Field));
    }

    [Theory]
    [InlineData("/when/start", "\"yesterday\"", "It must be a day such as 2024-03-09")]
    [InlineData("/where", "{}", "It must hold places, a position, or both.")]
    [InlineData("/what", "\"12\"", "It must hold at least one letter.")]
    public async Task ReadAsync_AValueOfTheWrongForm_SaysInWordsWhatIsAskedFor(string at, string value, string says)
    {
        var form = JsonNode.Parse(Short)!;
        var steps = at.Split('/')[1..];
        (steps.Length == 1 ? form : form[steps[0]]!)[steps[^1]] = JsonNode.Parse(value);

        var fault = Assert.IsType<FaultItem>(Assert.Single(await _format.ItemsAsync(form.ToJsonString())));

        Assert.StartsWith(says, Assert.Single(fault.Violations, v => v.Field == at).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_ABrokenLine_CostsItselfAlone()
    {
        var items = await _format.ItemsAsync($"{Short}\n{{\"what\": \n{Short}\n{Short.Replace("The road", "\\ud800", StringComparison.Ordinal)}\n");

        Assert.Equal("line 2", items[1].Fault().Path);
        Assert.IsType<ReportItem>(items[2]);
        Assert.Equal("\uFFFD is open.", items[3].Report().Text.Text);
    }

    [Fact]
    public async Task ReadAsync_ACutArray_KeepsWhatCameBefore()
    {
        var (items, refusal) = await _format.ReadAsync($"[{Short},{Short[..40]}");

        Assert.IsType<ReportItem>(Assert.Single(items));
        Assert.Equal("TRUNCATED", refusal!.Reason);
    }

    [Fact]
    public async Task ReadAsync_TenThousandDeep_IsRefused()
    {
        var (_, refusal) = await _format.ReadAsync("{\"what\":" + new string('[', 10_000));

        Assert.Equal("TOO_DEEP", refusal!.Reason);
    }

    [Fact]
    public async Task ReadAsync_AFormWithoutEnd_IsRefusedAtTheLimit()
    {
        var (_, refusal) = await _format.ReadAsync("{\"what\":\"" + new string('x', 100_000), limits: new DocumentLimits { ItemCharacters = 4096 });

        Assert.Equal("TOO_LARGE", refusal!.Reason);
    }

    [Theory]
    [InlineData(Short, nameof(FormatMatch.Certain))]
    [InlineData("[ " + Short + "]", nameof(FormatMatch.Certain))]
    [InlineData("{\"format\":\"truceline-field-report/1\"}", nameof(FormatMatch.Certain))]
    [InlineData("{\"what\":\"x\",\"when\":{}}", nameof(FormatMatch.Likely))]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"x\"}", nameof(FormatMatch.None))]
    [InlineData("what where when observer", nameof(FormatMatch.None))]
    public void Match_ByItsMembers_IsAsSureAsTheyAreMany(string text, string expected) => Assert.Equal(expected, _format.MatchOf(text).ToString());
}
