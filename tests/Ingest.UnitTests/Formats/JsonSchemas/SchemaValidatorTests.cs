using System.Text;
using System.Text.Json;
using Truceline.Ingest.Formats.JsonSchemas;

namespace Truceline.Ingest.UnitTests.Formats.JsonSchemas;

public class SchemaValidatorTests
{
    private const string Latest = "https://json-schema.org/draft/2020-12/schema";
    private const string Draft4 = "http://json-schema.org/draft-04/schema#";

    private static string[] Validate(string draft, string rules, string document)
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"$schema": "{{draft}}", {{rules}}}"""));
        var schema = SchemaDocument.Read(json);
        return [.. new SchemaValidator([("http://x/s.json", schema)]).Validate(schema, JsonElement.Parse(document)).Select(f => f.Pointer)];
    }

    [Theory]
    [InlineData("\"type\": \"object\"", "[]", "")]
    [InlineData("\"properties\": {\"a\": {\"type\": [\"string\", \"null\"]}}", """{"a": 1}""", "/a")]
    [InlineData("\"required\": [\"a\"]", "{}", "/a")]
    [InlineData("\"properties\": {\"a\": {}}, \"patternProperties\": {\"^b\": {\"enum\": [1]}}, \"additionalProperties\": false", """{"a": 1, "bc": 2, "c": 3}""", "/bc", "/c")]
    [InlineData("\"items\": {\"minimum\": 2, \"maximum\": 3}", "[1, 2, 3, 4]", "/0", "/3")]
    [InlineData("\"pattern\": \"^a+$\"", "\"b\"", "")]
    [InlineData("\"anyOf\": [{\"type\": \"string\"}, {\"required\": [\"a\"]}]", "{}", "")]
    [InlineData("\"oneOf\": [{\"required\": [\"a\"]}, {\"required\": [\"b\"]}]", """{"a": 1, "b": 1}""", "")]
    [InlineData("\"not\": {\"type\": \"string\"}", "\"x\"", "")]
    [InlineData("\"minItems\": 2", "[1]", "")]
    [InlineData("\"const\": 1", "2", "")]
    public void Validate_WhatIsNotAllowed_IsFoundAtItsPlace(string rules, string document, params string[] pointers) =>
        Assert.Equal(pointers, Validate(Latest, rules, document));

    [Theory]
    [InlineData("\"type\": \"integer\"", "1.0")]
    [InlineData("\"enum\": [1, \"a\"]", "\"a\"")]
    [InlineData("\"additionalProperties\": {\"type\": \"number\"}", """{"a": 1}""")]
    [InlineData("\"allOf\": [{\"properties\": {\"a\": {}}}], \"properties\": {\"b\": {}}, \"unevaluatedProperties\": false", """{"a": 1, "b": 2}""")]
    public void Validate_WhatIsAllowed_HasNoFault(string rules, string document) => Assert.Empty(Validate(Latest, rules, document));

    [Fact]
    public void Validate_MembersThatNoRuleSpeaksOf_AreUnevaluated() =>
        Assert.Equal(["/c"], Validate(Latest, "\"$defs\": {\"t\": {\"properties\": {\"a\": {}}}}, \"$ref\": \"#/$defs/t\", \"unevaluatedProperties\": false", """{"a": 1, "c": 2}"""));

    [Fact]
    public void Validate_BesideAReference_CountsSince2019()
    {
        const string Rules = "\"definitions\": {\"t\": {}}, \"properties\": {\"a\": {\"$ref\": \"#/definitions/t\", \"type\": \"string\"}}";

        Assert.Empty(Validate(Draft4, Rules, """{"a": 1}"""));
        Assert.Equal(["/a"], Validate(Latest, Rules, """{"a": 1}"""));
    }

    [Fact]
    public void Validate_IntegerWithPoint_IsNoneBeforeDraft6() => Assert.Equal([""], Validate(Draft4, "\"type\": \"integer\"", "1.0"));

    [Fact]
    public void Validate_RequiredInDraft3_StandsAtTheMember() =>
        Assert.Equal(["/a"], Validate("http://json-schema.org/draft-03/schema#", "\"properties\": {\"a\": {\"required\": true}}", "{}"));

    [Fact]
    public void Validate_MoreFaultsThanListed_Ends() =>
        Assert.Equal(SchemaFaults.Most, Validate(Latest, "\"items\": {\"type\": \"string\"}", $"[{string.Join(',', Enumerable.Repeat(1, 1000))}]").Length);

    [Fact]
    public void New_KeywordThatIsNotKnown_Throws() =>
        Assert.Throws<NotSupportedException>(() => Validate(Latest, "\"if\": {}", "1"));
}
