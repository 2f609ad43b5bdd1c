using System.Text;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Email;
using Truceline.Ingest.Formats.Tracks;
using Truceline.Ingest.Formats.Web;
using Truceline.Ingest.Formats.Wire;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Formats.Email;

public class EmailFormatTests
{
    private const string Head = "From: Jane Doe <jane@example.org>\nDate: Mon, 17 Sep 2018 14:05:00 +0300\nSubject: Re: Shells at dawn\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\n";

    [Fact]
    public async Task Read_APlainMessage_GivesItsTextAndHeaders()
    {
        var items = await ReadAsync(Head + "List-Id: Example Desk <desk.example.org>\nContent-Type: text/plain; charset=utf-8\n\nShells fell at dawn.\r\nTwo hurt.\n");

        var report = Assert.IsType<ReportItem>(Assert.Single(items)).Content;
        Assert.Equal("Shells fell at dawn.\nTwo hurt.", report.Text.Text);
        Assert.Equal(("Shells at dawn", "2018-09-17T14:05:00+03:00", "Jane Doe", "Example Desk", "1@example.org"), (report.Title, report.Published, report.Bylines.Single(), report.Outlet, report.ExternalId));
    }

    [Theory]
    [InlineData("charset=windows-1251", "8bit", "windows-1251", "На рассвете упали снаряды.")]
    [InlineData("charset=utf-8", "8bit", "windows-1251", "На рассвете упали снаряды, сообщил мэр города, есть раненые и убитые.")]
    [InlineData("charset=x-unknown", "8bit", "utf-8", "Снаряды упали на рассвете.")]
    [InlineData("charset=us-ascii", "base64", "utf-8", "Снаряды упали на рассвете.")]
    public async Task Read_WhateverCharsetIsDeclared_DecodesTheText(string charset, string transfer, string encoding, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var body = Encoding.GetEncoding(encoding).GetBytes(text);
        var sent = transfer == "base64" ? Encoding.ASCII.GetBytes(Convert.ToBase64String(body)) : body;
        byte[] mail = [.. Encoding.UTF8.GetBytes(Head + $"Content-Type: text/plain; {charset}\nContent-Transfer-Encoding: {transfer}\n\n"), .. sent];

        Assert.Equal(text, Assert.IsType<ReportItem>(Assert.Single(await ReadAsync(mail))).Content.Text.Text);
    }

    [Fact]
    public async Task Read_Alternatives_TakesThePlainOne()
    {
        var items = await ReadAsync(Head + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nPlain shells.\n--b\nContent-Type: text/html\n\n<p>Rich shells.</p>\n--b--\n");

        Assert.Equal("Plain shells.", Assert.IsType<ReportItem>(Assert.Single(items)).Content.Text.Text);
    }

    [Fact]
    public async Task Read_HtmlAlone_IsSetAsText()
    {
        var items = await ReadAsync(Head + "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>Rich =C3=A9t=C3=A9</p><div>Two</div>");

        Assert.Equal("Rich été\n\nTwo", Assert.IsType<ReportItem>(Assert.Single(items)).Content.Text.Text);
    }

    [Fact]
    public async Task Read_Attachments_AreItemsOfTheirOwn()
    {
        var zip = Convert.ToBase64String([0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0]);
        var items = await ReadAsync(Head + $"""
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            See attached.
            --b
            Content-Type: message/rfc822

            From: John Roe <john@example.net>
            Subject: Inner
            Message-ID: <2@example.net>

            Inner shells.
            --b
            Content-Type: text/plain; name=note.txt
            Content-Disposition: attachment; filename=note.txt

            A note of shells.
            --b
            Content-Type: application/gpx+xml
            Content-Disposition: attachment; filename=a.gpx

            <gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg><trkpt lat="35.1" lon="36.2"><time>2018-09-17T10:00:00Z</time></trkpt></trkseg></trk></gpx>
            --b
            Content-Type: application/zip
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment; filename=a.zip

            {zip}
            --b--
            """);

        Assert.Equal(["See attached.", "A note of shells.", "Inner shells."], items.OfType<ReportItem>().Select(i => i.Content.Text.Text.Trim()));
        Assert.Equal(["/part[2]", "/part[4]", "/part[3]"], items.OfType<ReportItem>().Select(i => i.Path));
        Assert.StartsWith("/part[5]", Assert.Single(items.OfType<PositionItem>()).Path, StringComparison.Ordinal);
        Assert.Equal("ARCHIVE", Assert.Single(items.OfType<FaultItem>()).Violations.Single().Reason);
    }

    [Fact]
    public async Task Read_ReplySignatureAndDisclaimer_AreMarked()
    {
        const string Body = "Shells fell at dawn.\n\nOn Mon, Sep 17, 2018 at 10:00 AM John Roe <john@example.net>\nwrote:\n\n> What happened?\n> Where?\n\nTwo were hurt.\n\n-- \nJane Doe\nExample Desk\n\nThis email and any attachments are confidential.\nDo not copy.";
        var report = Assert.IsType<ReportItem>(Assert.Single(await ReadAsync(Head + "\n" + Body))).Content;

        Assert.All(report.Boilerplate, p => Assert.Equal(BoilerplateKind.Mail, p.Kind));
        var story = report.Boilerplate.Reverse().Aggregate(report.Text.Text, (t, p) => t.Remove(p.Start, p.End - p.Start));
        Assert.Equal(["Shells fell at dawn.", "Two were hurt."], story.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task Read_AForwardedMessage_IsTheStory()
    {
        const string Body = "FYI\n\n---------- Forwarded message ---------\nFrom: Example Mission <press@mission.example>\nDate: Sun, 16 Sep 2018 09:00:00 +0000\nSubject: Daily report\nTo: <list@example.org>\n\nThe mission heard ten explosions.";
        var report = Assert.IsType<ReportItem>(Assert.Single(await ReadAsync(Head + "\n" + Body))).Content;

        Assert.Equal(("Daily report", "2018-09-16T09:00:00Z", "Example Mission"), (report.Title, report.Published, report.Bylines.Single()));
        Assert.EndsWith("To: <list@example.org>", report.Text.Text[report.Boilerplate[0].Start..report.Boilerplate[0].End], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_FlowedLines_AreJoined()
    {
        var report = Assert.IsType<ReportItem>(Assert.Single(await ReadAsync(Head + "Content-Type: text/plain; format=flowed\n\nShells fell \r\nat dawn.\r\nTwo hurt.\r\n"))).Content;

        Assert.Equal("Shells fell at dawn.\nTwo hurt.", report.Text.Text);
    }

    [Fact]
    public async Task Read_DeeplyNestedMessages_EndInAFault()
    {
        var mail = new StringBuilder();
        for (var i = 0; i < 200; i++)
        {
            mail.Append(Head).Append("Content-Type: multipart/mixed; boundary=b").Append(i).Append("\n\n--b").Append(i).Append("\nContent-Type: text/plain\n\nLevel ").Append(i).Append("\n--b").Append(i)
                .Append("\nContent-Type: message/rfc822\n\n");
        }

        var items = await ReadAsync(mail + Head + "\nend");

        Assert.InRange(items.Count, 2, 100);
    }

    [Theory]
    [InlineData("From: a@b.c\nDate: x\nSubject: y\nMessage-ID: <1>\n\ntext", FormatMatch.Certain)]
    [InlineData("Return-Path: <a@b.c>\nReceived: from x\n\tby y\nFrom: a\n\n", FormatMatch.Certain)]
    [InlineData("From: Jane\nTo: John\nSubject: Hi\n\ntext", FormatMatch.Likely)]
    [InlineData("Subject: shelling\nPlace: north\n\ntext", FormatMatch.None)]
    [InlineData("GENEVA: text", FormatMatch.None)]
    [InlineData("", FormatMatch.None)]
    public void Match_TheHeaders_Decide(string text, object match) => Assert.Equal(match, EmailHead.Match(text));

    private static Task<List<DocumentItem>> ReadAsync(string mail) => ReadAsync(Encoding.UTF8.GetBytes(mail));

    private static async Task<List<DocumentItem>> ReadAsync(byte[] mail)
    {
        var format = new EmailFormat(() => [new GpxFormat(), new WebPageFormat(), new PlainTextFormat()]);
        var items = new List<DocumentItem>();
        await foreach (var item in format.ReadAsync(DocumentContent.Of(mail), default))
        {
            items.Add(item);
        }

        return items;
    }
}
