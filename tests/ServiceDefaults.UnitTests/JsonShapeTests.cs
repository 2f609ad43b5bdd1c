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
