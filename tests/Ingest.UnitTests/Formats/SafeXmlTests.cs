using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats;

namespace Truceline.Ingest.UnitTests.Formats;

public class SafeXmlTests
{
    private static readonly DocumentLimits Limits = new();

    [Fact]
    public void Load_EntityBomb_IsRefusedWhereItIsUsed()
    {
        const string Bomb = "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;\">]>\n<a>&y;</a>";

        var fault = Assert.Throws<DocumentRefusedException>(() => SafeXml.Load(Bomb, Limits));

        Assert.Equal(("MALFORMED", "line 2, column 5"), (fault.Reason, fault.Path));
    }

    [Fact]
    public void LoadTolerant_ExternalEntity_StaysUnread()
    {
        const string Text = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>";

        Assert.Equal("&x;", SafeXml.LoadTolerant(Text, Limits).Root!.Value);
    }

    [Fact]
    public void Load_DeepNesting_IsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 10_000));

        Assert.Equal("TOO_DEEP", Assert.Throws<DocumentRefusedException>(() => SafeXml.Load(deep, Limits)).Reason);
    }

    [Theory]
    [InlineData("<a><b>")]
    [InlineData("<a><b>text")]
    [InlineData("<a>\n<b att=\"x")]
    [InlineData("<a><![CDATA[ x")]
    public void Load_ACutDocument_SaysThatItIsCut(string text) =>
        Assert.Equal("TRUNCATED", Assert.Throws<DocumentRefusedException>(() => SafeXml.Load(text, Limits)).Reason);

    [Theory]
    [InlineData("<a><b></a>")]
    [InlineData("no xml")]
    [InlineData("<a>\u0001</a>")]
    public void Load_AMalformedDocument_SaysWhere(string text)
    {
        var fault = Assert.Throws<DocumentRefusedException>(() => SafeXml.Load(text, Limits));

        Assert.Equal("MALFORMED", fault.Reason);
        Assert.StartsWith("line 1, column ", fault.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_BlankLinesBeforeTheDeclaration_AreForgiven() =>
        Assert.Equal("a", SafeXml.Load("\n <?xml version=\"1.0\"?><a/>", Limits).Root!.Name);

    [Theory]
    [InlineData("Tom & Jerry", "Tom & Jerry")]
    [InlineData("a&nbsp;b", "a\u00A0b")]
    [InlineData("&eacute;t&eacute; &hellip;", "\u00E9t\u00E9 \u2026")]
    [InlineData("&lt;p&gt; &amp; &#x41;&#65;", "<p> & AA")]
    [InlineData("&unknown; &", "&unknown; &")]
    [InlineData("x &#0; y", "x &#0; y")]
    [InlineData("<![CDATA[a&nbsp;b]]>", "a&nbsp;b")]
    [InlineData("a\u0001b", "a b")]
    public void LoadTolerant_WhatIsNearlyXml_IsRead(string inner, string expected) =>
        Assert.Equal(expected, SafeXml.LoadTolerant($"<a t=\"?x=1&y=2\">{inner}</a>", Limits).Root!.Value);

    [Fact]
    public void LoadTolerant_AnAmpersandInAnAttribute_IsThere() =>
        Assert.Equal("?x=1&y=2", SafeXml.LoadTolerant("<a t=\"?x=1&y=2\"/>", Limits).Root!.Attribute("t")!.Value);

    [Theory]
    [InlineData("<r>\r\n<a x='>'>One &amp; two<!-- no --> <b>three</b> <![CDATA[<four>]]></a></r>", "One & two three <four>")]
    [InlineData("<r><a>&nbsp;&eacute; Tom & J</a></r>", "\u00A0\u00E9 Tom & J")]
    [InlineData("<r><a/></r>", "")]
    public void TextOf_AnElement_LeadsBackToItsCharacters(string xml, string expected)
    {
        var element = SafeXml.LoadTolerant(xml, Limits).Descendants("a").Single();

        var (text, map) = new XmlSource(xml).TextOf(element);

        Assert.Equal(expected, text);
        Assert.Equal(element.Value, text);
        Assert.All(map.Runs, run => Assert.InRange(run.OriginalStart + run.OriginalLength, 1, xml.Length));
        if (text.Contains("three", StringComparison.Ordinal))
        {
            var at = text.IndexOf("three", StringComparison.Ordinal);
            var (start, end) = map.Locate(at, at + 5)!.Value;
            Assert.Equal("three", xml[start..end]);
        }
    }

    [Fact]
    public async Task Open_AnAttributeWithoutEnd_IsRefusedInBoundedMemory()
    {
        var endless = new EndlessReader("<a x=\"");
        using var reader = SafeXml.Open(endless, Limits);

        var fault = await Assert.ThrowsAsync<DocumentRefusedException>(async () => { while (await reader.ReadAsync()) { } });

        Assert.Equal("TOO_LARGE", fault.Reason);
    }

    private sealed class EndlessReader(string start) : TextReader
    {
        private int _next;

        public override int Read(Span<char> buffer)
        {
            for (var i = 0; i < buffer.Length; i++)
            {
                buffer[i] = _next < start.Length ? start[_next++] : 'x';
            }

            return buffer.Length;
        }

        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    }
}
