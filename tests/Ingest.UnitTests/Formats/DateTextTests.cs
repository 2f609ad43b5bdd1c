using Truceline.Ingest.Formats;

namespace Truceline.Ingest.UnitTests.Formats;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2018-09-17", "2018-09-17")]
    [InlineData("20180917", "2018-09-17")]
    [InlineData("2018/9/7", "2018-09-07")]
    [InlineData("2018-09-17T14:05:00Z", "2018-09-17T14:05:00Z")]
    [InlineData("2018-09-17t14:05:00z", "2018-09-17T14:05:00Z")]
    [InlineData("2018-09-17T14:05:00.250+03:00", "2018-09-17T14:05:00.25+03:00")]
    [InlineData("2018-09-17T14:05+0300", "2018-09-17T14:05:00+03:00")]
    [InlineData("2018-09-17 14:05:59 -03", "2018-09-17T14:05:59-03:00")]
    [InlineData("20180917T140500Z", "2018-09-17T14:05:00Z")]
    [InlineData("20180917T140500+0300", "2018-09-17T14:05:00+03:00")]
    [InlineData("2018-09-17T24:00:00Z", "2018-09-18T00:00:00Z")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z")]
    [InlineData("2018-09-17T14:05:00", "2018-09-17T14:05:00Z")]
    [InlineData("2018-09-17 at 14:05:00", "2018-09-17T14:05:00Z")]
    public void Read_Iso_IsRead(string text, string expected) => Assert.Equal(expected, DateText.Read(text));

    [Theory]
    [InlineData("Mon, 17 Sep 2018 14:05:00 GMT", "2018-09-17T14:05:00Z")]
    [InlineData("Mon, 17 Sep 2018 14:05:00 +0300", "2018-09-17T14:05:00+03:00")]
    [InlineData("17 Sep 18 14:05 UT", "2018-09-17T14:05:00Z")]
    [InlineData("Mon, 17 Sep 2018 14:05:00 EDT", "2018-09-17T14:05:00-04:00")]
    [InlineData("Mon, 17 Sep 2018 14:05:00 PST", "2018-09-17T14:05:00-08:00")]
    [InlineData("Mon, 17 Sep 2018 14:05:00 A", "2018-09-17T14:05:00Z")]
    [InlineData("Monday, 17-Sep-18 14:05:00 GMT", "2018-09-17T14:05:00Z")]
    [InlineData("Mon Sep 17 14:05:00 2018", "2018-09-17T14:05:00Z")]
    [InlineData("Mon Sep 17 14:05:00 MSK 2018", "2018-09-17T14:05:00+03:00")]
    [InlineData("Mon Sep 17 14:05:00 +0000 2018", "2018-09-17T14:05:00Z")]
    [InlineData("Mon Sep 17 2018 14:05:00 GMT+0300 (Moscow Standard Time)", "2018-09-17T14:05:00+03:00")]
    [InlineData("Mon , 17 Sep 2018 14:5:0 --0700", "2018-09-17T14:05:00-07:00")]
    [InlineData("Mon,17 Sep 2018 14:05:00GMT", "2018-09-17T14:05:00Z")]
    [InlineData("Fri, 17 September 2018, 14:05 -0700", "2018-09-17T14:05:00-07:00")]
    public void Read_Rfc822AndItsKin_IsRead(string text, string expected) => Assert.Equal(expected, DateText.Read(text));

    [Theory]
    [InlineData("September 17, 2018 2:05 PM", "2018-09-17T14:05:00Z")]
    [InlineData("Sept. 17th, 2018, 12:05 a.m. EST", "2018-09-17T00:05:00-05:00")]
    [InlineData("17 сентября 2018, 14:05", "2018-09-17T14:05:00Z")]
    [InlineData("17. März 2018, 14:05 Uhr", "2018-03-17T14:05:00Z")]
    [InlineData("17 septembre 2018 à 14h05", "2018-09-17T14:05:00Z")]
    [InlineData("17 Eylül 2018 Pazartesi", "2018-09-17")]
    [InlineData("١٧ أيلول ٢٠١٨", "2018-09-17")]
    [InlineData("Κυρ, 11 Ιουλ 2004 12:00:00 EST", "2004-07-11T12:00:00-05:00")]
    [InlineData("2004-július-13T9:15-05:00", "2004-07-13T09:15:00-05:00")]
    [InlineData("2003-012-31T10:14:55+00:00", "2003-12-31T10:14:55Z")]
    [InlineData("Wed, 19 Aug 2009 18:28:00 Etc/GMT", "2009-08-19T18:28:00Z")]
    [InlineData("2018年9月17日", "2018-09-17")]
    [InlineData("17.09.2018 14:05", "2018-09-17T14:05:00Z")]
    [InlineData("14:05 17.09.2018 +0300", "2018-09-17T14:05:00+03:00")]
    [InlineData("9/17/2018", "2018-09-17")]
    [InlineData("17/9/2018", "2018-09-17")]
    [InlineData("3/4/2018", "2018-04-03")]
    [InlineData("3/4/2018 2:05:00 PM", "2018-03-04T14:05:00Z")]
    [InlineData("1537193100", "2018-09-17T14:05:00Z")]
    public void Read_AsPeopleWrite_IsRead(string text, string expected) => Assert.Equal(expected, DateText.Read(text));

    [Theory]
    [InlineData("Mon, 17 Sep 2018 14:05:00 IST")]
    [InlineData("Mon, 17 Sep 2018 14:05:00 Europe/Moscow")]
    public void Read_ZoneUnknown_GivesTheDateAlone(string text) => Assert.Equal("2018-09-17", DateText.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2018")]
    [InlineData("2018-09")]
    [InlineData("September 2018")]
    [InlineData("Mon, 17 Sep 14:05:00 GMT")]
    [InlineData("31 Feb 2018")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("17 or 18 September 2018")]
    [InlineData("9999999999999")]
    public void Read_NoDate_IsNull(string text) => Assert.Null(DateText.Read(text));

    [Fact]
    public void Read_Endless_IsNull() => Assert.Null(DateText.Read("2018-09-17" + new string(' ', 1000) + "x"));
}
