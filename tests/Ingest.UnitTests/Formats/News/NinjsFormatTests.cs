using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Ninjs;

namespace Truceline.Ingest.UnitTests.Formats.News;

public class NinjsFormatTests
{
    private static readonly NinjsFormat Format = new();

    [Fact]
    public async Task ReadAsync_FirstGeneration_ReadsEveryField()
    {
        var content = await Reads.OneAsync(Format, """
            {"uri": "http://example.org/1", "headline": "A truce", "body_html": "<p>One.</p><p>Two &amp; three.</p>", "description_text": "Short", "byline": "By Nadia Example",
             "located": "Aden", "language": "en", "copyrightholder": "Example Wire", "firstcreated": "2019-03-04T11:02:00+03:00", "versioncreated": "2019-03-04T12:10:00+03:00",
             "embargoed": "2019-03-05T00:00:00Z", "subject": [{"name": "conflict"}, {"name": "truce"}]}
            """);

        Assert.Equal("One.\n\nTwo & three.", content.Text.Text);
        Assert.Equal(("A truce", "Short", "Aden", "en", "Example Wire"), (content.Title, content.Summary, content.DatelinePlace, content.Language, content.Outlet));
        Assert.Equal(("http://example.org/1", "http://example.org/1"), (content.ExternalId, content.Url));
        Assert.Equal(("2019-03-04T11:02:00+03:00", "2019-03-04T12:10:00+03:00"), (content.Published, content.Updated));
        Assert.Equal(["Nadia Example"], content.Bylines);
        Assert.Equal(("2019-03-05T00:00:00Z", "conflict\ntruce"), (content.Fields["embargoed"], content.Fields["subject"]));
    }

    [Fact]
    public async Task ReadAsync_Lists_TakeMainHeadlineAndPlainBody()
    {
        var content = await Reads.OneAsync(Format, """
            {"uri": "urn:x:1", "pubstatus": "canceled", "headlines": [{"role": "sub", "value": "Under"}, {"role": "main", "value": "Over"}],
             "bodies": [{"role": "main", "contenttype": "text/html", "value": "<p>Marked</p>"}, {"role": "main", "contenttype": "text/plain", "value": "Plain"}]}
            """);

        Assert.Equal(("Over", "Plain", "", true), (content.Title, content.Text.Text, content.Url, content.Withdrawn));
    }

    [Fact]
    public async Task ReadAsync_ThirdGeneration_ReadsCamelCase()
    {
        var content = await Reads.OneAsync(Format, """
            {"uri": "urn:x:1", "by": "Omar Example", "contentCreated": "2024-02-01T08:00:00Z", "versionCreated": "2024-02-02T08:00:00Z", "copyrightHolder": "Example", "pubStatus": "withheld"}
            """);

        Assert.Equal(("2024-02-01T08:00:00Z", "2024-02-02T08:00:00Z", "Example", true), (content.Published, content.Updated, content.Outlet, content.Withdrawn));
    }

    [Fact]
    public async Task ReadAsync_EscapesAndMarkup_MapBackToTheDocument()
    {
        const string Document = """{"uri": "urn:x:1", "body_html": "<p>A \u00e9clat \"here\" &amp; there<\/p>"}""";

        var content = await Reads.OneAsync(Format, Document);

        Assert.Equal("A éclat \"here\" & there", content.Text.Text);
        Assert.Equal(@"\u00e9clat \""here", Reads.OriginalOf(content.Text, "éclat \"here", Document));
        Assert.Equal("&amp; there", Reads.OriginalOf(content.Text, "& there", Document));
    }

    [Fact]
    public async Task ReadAsync_HalfACharacter_IsReplaced()
    {
        var content = await Reads.OneAsync(Format, """{"uri": "urn:x:1", "body_text": "a \ud83d b \ude90 \\ud83d \ud83d\ude90"}""");

        Assert.Equal("a \uFFFD b \uFFFD \\ud83d \U0001F690", content.Text.Text);
    }

    [Fact]
    public async Task ReadAsync_AssociationWithText_IsAReportOfItsOwn()
    {
        var items = await Reads.AllAsync(Format, """
            {"uri": "urn:x:1", "body_text": "Story", "associations": {"a/b": {"uri": "urn:x:2"}, "box": {"uri": "urn:x:3", "body_text": "Box"}}}
            """.Replace("a/b", "ab", StringComparison.Ordinal));

        Assert.Equal(["", "/associations/box"], items.Select(i => i.Path));
    }

    [Theory]
    [InlineData("""{"uri": "urn:x:1", "headline": 7, "body_": "x"}""", "/headline", "/body_")]
    [InlineData("""{"uri": "urn:x:1", "associations": [{"uri": "urn:x:2"}]}""", "/associations/0/name")]
    [InlineData("""{"uri": "urn:x:1", "headlines": [{"role": "main"}]}""", "/headlines/0/value")]
    [InlineData("""{"$standard": {"name": "ninjs", "version": "1.3"}, "uri": "urn:x:1", "expires": "2024-01-01T00:00:00Z"}""", "/expires")]
    [InlineData("""{"uri": "urn:x:1", "headline": "x", "a~b/c": 1}""", "/a~0b~1c")]
    [InlineData("""{"uri": "urn:x:1", "headline": "x", "$schema": 7}""", "/$schema")]
    public async Task ReadAsync_WhatTheSchemaForbids_IsRefusedAtItsPointer(string document, params string[] pointers)
    {
        var fault = Assert.IsType<FaultItem>(Assert.Single(await Reads.AllAsync(Format, document)));

        Assert.Equal(pointers.Order(), fault.Violations.Select(v => v.Field).Order());
    }

    [Fact]
    public async Task ReadAsync_NamesItsSchema_IsRead() => Assert.Equal("x", (await Reads.OneAsync(
        Format, """{"$schema": "https://example.org/ninjs.json", "uri": "urn:x:1", "headline": "x", "body_text": "A patrol saw it."}""")).Title);

    [Fact]
    public async Task ReadAsync_VersionOfMediaType_CountsWhereTheDocumentIsSilent()
    {
        const string Document = """{"uri": "urn:x:1", "infosource": [{"name": "A"}]}""";

        Assert.IsType<ReportItem>(Assert.Single(await Reads.AllAsync(Format, Document)));
        Assert.IsType<FaultItem>(Assert.Single(await Reads.AllAsync(Format, Document, "application/ninjs+json; version=1.1")));
    }

    [Theory]
    [InlineData("""{"uri": "x", """, "TRUNCATED")]
    [InlineData("""{"uri": nope}""", "MALFORMED")]
    public async Task ReadAsync_NoJson_IsRefusedWithPlace(string document, string reason)
    {
        var refusal = await Assert.ThrowsAsync<DocumentRefusedException>(() => Reads.AllAsync(Format, document));

        Assert.Equal(reason, refusal.Reason);
        Assert.StartsWith("line 1, column ", refusal.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_NestedTooDeeply_IsRefused()
    {
        var refusal = await Assert.ThrowsAsync<DocumentRefusedException>(() => Reads.AllAsync(Format, "{\"uri\": " + new string('[', 10_000)));

        Assert.Equal("TOO_DEEP", refusal.Reason);
    }

    [Theory]
    [InlineData("""{"standard": {"name": "ninjs"}, "uri": "x"}""", 3)]
    [InlineData("""{"uri": "x", "body_text": "y"}""", 2)]
    [InlineData("""{"uri": "x"}""", 1)]
    [InlineData("""{"version": "https://jsonfeed.org/version/1.1", "items": []}""", 0)]
    [InlineData("""["uri"]""", 0)]
    public void Match_ByMembers(string document, int match) => Assert.Equal((FormatMatch)match, Reads.Match(Format, document));
}
