using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Truceline.GeoZone.V1;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Transcoding;

namespace Truceline.ServiceDefaults.UnitTests;

public class JsonShapeTests
{
    [Theory]
    [InlineData("""{"text":"a","mediaType":"text/plain","reliability":"SOURCE_RELIABILITY_B"}""")]
    [InlineData("""{"text":"a","media_type":"text/plain","reliability":2}""")]
    [InlineData("""{"text":null}""")]
    [InlineData("{}")]
    public void Check_WhatTheProtoTakes_IsSilent(string json) => Assert.Empty(Violations(json, ReportDraft.Descriptor, "report"));

    [Theory]
    [InlineData("""{"txt":"a"}""", "report.txt", "UNKNOWN_FIELD")]
    [InlineData("""{"text":5}""", "report.text", "WRONG_TYPE")]
    [InlineData("""{"text":{"a":1}}""", "report.text", "WRONG_TYPE")]
    [InlineData("""{"text":"a","text":"b"}""", "report.text", "DUPLICATE_FIELD")]
    [InlineData("""{"reliability":"SURE"}""", "report.reliability", "UNKNOWN_VALUE")]
    [InlineData("""{"reliability":99}""", "report.reliability", "UNKNOWN_VALUE")]
    [InlineData("[]", "report", "WRONG_TYPE")]
    public void Check_OneThingWrong_NamesFieldAndReason(string json, string field, string reason)
    {
        var violation = Assert.Single(Violations(json, ReportDraft.Descriptor, "report"));

        Assert.Equal((field, reason), (violation.Field, violation.Reason));
    }

    [Theory]
    [InlineData("7B2261223A5B2278222C22C328225D7D", "a[1]")]
    [InlineData("7B2261223A7B2262223A22FF227D7D", "a.b")]
    [InlineData("7B22C3223A317D", "body")]
    [InlineData("7B2261223A225C7564383030227D", "a")]
    public void Check_StringThatIsNoText_NamesItsPath(string bytes, string field)
    {
        using var document = JsonDocument.Parse(Convert.FromHexString(bytes));
        var violations = new FieldViolations();

        JsonCharacters.Check(document.RootElement, "", violations);

        var violation = Assert.Single(violations.All);
        Assert.Equal((field, "INVALID_ENCODING"), (violation.Field, violation.Reason));
    }

    [Fact]
    public void Check_TextInAnyScript_IsSilent()
    {
        using var document = JsonDocument.Parse("""{"a":["خان شيخون","\ud83d\ude00"],"ключ":{"b":null,"c":1.5}}""");
        var violations = new FieldViolations();

        JsonCharacters.Check(document.RootElement, "report", violations);

        Assert.Empty(violations.All);
    }

    [Fact]
    public void Check_SeveralThingsWrongDeepDown_NamesEachByItsPath()
    {
        const string Json = """
            {"lines":[{"course":{"positions":[{"latitude":"north"},{"longitude":1.5,"height":3}]}}],
             "zones":[{"band":{"nearM":0},"polygon":{}}],"parties":{}}
            """;

        var fields = Violations(Json, Agreement.Descriptor, "agreement").Select(v => v.Field);

        Assert.Equal(
            ["agreement.lines[0].course.positions[0].latitude", "agreement.lines[0].course.positions[1].height", "agreement.zones[0].polygon", "agreement.parties"],
            fields);
    }

    [Theory]
    [InlineData("report.url", """{"report":{"text":"a","mediaType":"b"}}""")]
    [InlineData("report.media_type", """{"report":{"url":5,"text":"a"}}""")]
    [InlineData("report.nothing", """{"report":{"url":5,"text":"a","mediaType":"b"}}""")]
    public void Remove_AMember_LeavesTheRest(string path, string expected)
    {
        var root = JsonNode.Parse("""{"report":{"url":5,"text":"a","mediaType":"b"}}""")!;

        JsonShape.Remove(root, path);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), root), root.ToJsonString());
    }

    [Fact]
    public void Check_AnyJson_EndsWithoutAnException() => Gen.String[Gen.Char["{}[]\":,0123ab\\truefalsn .-"], 0, 60].Sample(text =>
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            JsonShape.Check(document.RootElement, Agreement.Descriptor, "", new FieldViolations());
        }
        catch (JsonException)
        {
            // Not JSON at all: not for this check.
        }
    });

    private static IReadOnlyList<Google.Rpc.BadRequest.Types.FieldViolation> Violations(
        string json, Google.Protobuf.Reflection.MessageDescriptor message, string path)
    {
        using var document = JsonDocument.Parse(json);
        var violations = new FieldViolations();
        JsonShape.Check(document.RootElement, message, path, violations);
        return violations.All;
    }
}
