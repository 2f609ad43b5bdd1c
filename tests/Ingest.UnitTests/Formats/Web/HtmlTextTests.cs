using Truceline.Ingest.Formats.Web;

namespace Truceline.Ingest.UnitTests.Formats.Web;

public class HtmlTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("  a \n\t b  ", "a b")]
    [InlineData("<p>One.</p><p>Two.</p>", "One.\n\nTwo.")]
    [InlineData("<div>One.</div><div>Two.</div>", "One.\nTwo.")]
    [InlineData("<div><div><p>One.</p></div></div>\n <div>Two.</div>", "One.\n\nTwo.")]
    [InlineData("a<br>b<br/>c", "a\nb\nc")]
    [InlineData("a<br><br><br><br>b", "a\n\nb")]
    [InlineData("<p>a<br></p><p>b</p>", "a\n\nb")]
    [InlineData("cease<b>fire</b> <i>holds</i>", "ceasefire holds")]
    [InlineData("<h2>Head</h2>text<ul><li>one<li>two</ul>after", "Head\n\ntext\none\ntwo\nafter")]
    [InlineData("<table><tr><th>Place<th>Dead</tr><tr><td>Idlib</td><td> 3 </td></tr></table>", "Place\tDead\nIdlib\t3")]
    [InlineData("x<pre>\n a\n  b\n</pre>y", "x\n\n a\n  b\n\n\ny")]
    [InlineData("a<script>if (1 < 2) { '</p>' }</script>b<style>p{}</style><!-- c -- d -->e", "abe")]
    [InlineData("a<template><p>no</p><template>no</template></template>b<svg><title>no</title></svg>c<svg/>d", "abcd")]
    [InlineData("<title>no</title>a<noscript>no</noscript><textarea>no</textarea><iframe>no</iframe>b", "ab")]
    [InlineData("a<span hidden>no<span>no</span></span>b<div style=\"color:red; DISPLAY : none\">no</div>c", "ab\nc")]
    [InlineData("a<div hidden>kept since it never ends", "a\nkept since it never ends")]
    [InlineData("a<script>never ends", "a")]
    [InlineData("a<!-- never ends", "a")]
    [InlineData("a <b title=\"x > y\">c</b> <i title='>'>d</i>", "a c d")]
    [InlineData("a <a href=\"never closed>b</a> c", "a b c")]
    [InlineData("5 < 6 & 7 > 3 <3", "5 < 6 & 7 > 3 <3")]
    [InlineData("a<a href=\"x", "a")]
    [InlineData("&eacute;&#233;&#xE9;&amp;&lt;&gt;&quot;&hellip;&nbsp;&rsquo;", "ééé&<>\"… ’")]
    [InlineData("&ampx &notit; &notin; &eacutex &unknown; &; &#; &#x; &#0; &#x110000; &#150; &#128512;", "&x ¬it; ∉ éx &unknown; &; &#; &#x; \uFFFD \uFFFD – 😀")]
    [InlineData("a&nbsp;&nbsp; b&shy;c\u200Bd\uFEFF\0e", "a bcde")]
    [InlineData("<![CDATA[<p>a</p>]]>b]]>", "a\n\nb]]>")]
    [InlineData("<!DOCTYPE html><?xml version='1.0'?><html><head><title>no</title></head><body>a</body></html>", "a")]
    [InlineData("</p>a</div></td></pre>b", "a\n\nb")]
    public void Of_Markup_GivesWhatABrowserShows(string html, string expected) => Assert.Equal(expected, HtmlText.Of(html).Text);

    [Fact]
    public void Of_HalfACharacter_IsReplaced() => Assert.Equal("lone \uFFFD half", HtmlText.Of("lone \uD800 half").Text);

    [Fact]
    public void Of_Markup_KeepsTheWayBack()
    {
        const string Html = "<p>Caf&eacute;  in\r\n<b>Idlib</b></p><p>shelled &amp; hit</p>";

        var (text, map) = HtmlText.Of(Html, 100);

        Assert.Equal("Café in Idlib\n\nshelled & hit", text);
        Assert.Equal("Idlib", Original(Html, map.Locate(text.IndexOf("Idlib", StringComparison.Ordinal), text.IndexOf("Idlib", StringComparison.Ordinal) + 5)));
        Assert.Equal("&eacute;", Original(Html, map.Locate(3, 4)));
        Assert.Equal("  ", Original(Html, map.Locate(4, 5)));
        Assert.Equal("shelled &amp; hit", Original(Html, map.Locate(text.Length - 13, text.Length)));
        Assert.Null(map.Locate(13, 15));
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<p>")]
    [InlineData("<a x=\"")]
    [InlineData("<a x=\"><b y='")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("</")]
    [InlineData("<div hidden>")]
    [InlineData("<svg>")]
    [InlineData("&")]
    [InlineData("&#")]
    [InlineData("<![CDATA[")]
    [InlineData("<pre>\n")]
    [InlineData("--")]
    [InlineData("=\" ")]
    public void Of_HostileRepetition_Ends(string piece)
    {
        var html = string.Concat(Enumerable.Repeat(piece, 500_000));

        Assert.True(HtmlText.Of(html).Text.Length <= html.Length);
    }

    [Fact]
    public void Of_AnyMix_GivesAMapWithinTheMarkup()
    {
        string[] pieces = ["<p>", "</p>", "<br>", "text ", "&eacute;", "&nbsp;", "<pre>", "</pre>", "\r\n", "\t", "<td>", "<tr>", "é", "\uD83D", "\uDE00", "<!--", "-->", "<div hidden>", "</div>", "\"", "<a b='"];
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var html = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => pieces[random.Next(pieces.Length)]));
            var (text, map) = HtmlText.Of(html);
            var end = 0;
            foreach (var run in map.Runs)
            {
                Assert.True(run.TextStart >= end && run.TextLength > 0 && run.OriginalLength > 0);
                end = run.TextStart + run.TextLength;
                Assert.True(run.OriginalStart >= 0 && run.OriginalStart + run.OriginalLength <= html.Length);
            }

            Assert.True(end <= text.Length);
        }
    }

    private static string Original(string html, (int Start, int End)? range) => html[(range!.Value.Start - 100)..(range.Value.End - 100)];
}
