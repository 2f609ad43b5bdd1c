using Truceline.Entity.Reading.Text;
using Truceline.Entity.Reading.Times;

namespace Truceline.Entity.UnitTests.Times;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("The truce was signed on 21 February 2008 in Nairobi.", "21 February 2008=2008-02-21")]
    [InlineData("Signed on February 21, 2008, it was broken by Dec. 3.", "February 21, 2008=2008-02-21; Dec. 3=2013-12-03!")]
    [InlineData("Minutes of 2014-03-09 and 09/03/2014 and 21.05.14", "2014-03-09=2014-03-09; 09/03/2014=2014-03-09; 21.05.14=2014-05-21")]
    [InlineData("Log: 04/25/2014 calm, 04/05/2014 shelling.", "04/25/2014=2014-04-25; 04/05/2014=2014-04-05")]
    [InlineData("Observers counted shells from 3 to 9 May and on June 11-13.", "3 to 9 May=2014-05-03/2014-05-09; June 11-13=2014-06-11/2014-06-13")]
    [InlineData("It fell on May 7 and 8, then on May 1 and 11.", "May 7 and 8=2014-05-07/2014-05-08; May 1=2014-05-01; 11=2014-05-11")]
    [InlineData("The post was shut from 28 December to 4 January 2014.", "28 December to 4 January 2014=2013-12-28/2014-01-04")]
    [InlineData("They met on the third Tuesday of May and on the last Friday in April 2014.", "third Tuesday of May=2014-05-20; last Friday in April 2014=2014-04-25")]
    [InlineData("The truce will last six weeks; it was to last ten days.", "")]
    [InlineData("It warned that 1.5 million people could flee; food was delivered to Taiz on 3 March.", "3 March=2014-03-03")]
    [InlineData("They leave by end-October.", "end-October=2014-10-31!")]
    [InlineData("Rockets fell on the morning of the 14th.", "14th=2014-06-14")]
    [InlineData("They swapped captives on Friday, the first such deal.", "Friday=2014-06-13")]
    [InlineData("It held for the last six weeks.", "last six weeks=2014-05-07/2014-06-18")]
    [InlineData("On Tuesday, 10 June, the column left.", "Tuesday, 10 June=2014-06-10")]
    public void Read_CalendarDates_ResolvesThem(string text, string expected) => Assert.Equal(expected, Reports.Told("2014-06-18", text));

    [Theory]
    [InlineData("La trêve du 16 septembre 2018 tient.", "16 septembre 2018=2018-09-16")]
    [InlineData("El acuerdo del 1 de marzo de 2015 y 2016.", "1 de marzo de 2015=2015-03-01; 2016=2016")]
    [InlineData("Am 3. März 2015 fiel der Ort.", "3. März 2015=2015-03-03")]
    [InlineData("Перемирие от 12 февраля 2015 года", "12 февраля 2015=2015-02-12")]
    [InlineData("15 Eylül 2018 günü", "15 Eylül 2018=2018-09-15")]
    [InlineData("في 17 سبتمبر/أيلول 2018", "17 سبتمبر/أيلول 2018=2018-09-17")]
    [InlineData("في 3 تشرين الثاني 2018", "3 تشرين الثاني 2018=2018-11-03")]
    [InlineData("Le 31 septembre 2018", "2018=2018")]
    public void Read_FullDateInAnotherLanguage_IsRead(string text, string expected)
    {
        var header = Reports.Header(text, "2019-01-05") with { LanguageSupported = false };
        Assert.Equal(expected, string.Join("; ", new DateReader().Read(SegmentedText.Of(text), header).Select(d => $"{d.Span.Of(text)}={d.Value}")));
    }

    [Theory]
    [InlineData("D-day is 4 May 2014. Posts move on D+3, D+10 and D-2.", "4 May 2014=2014-05-04; D+3=2014-05-07; D+10=2014-05-14; D-2=2014-05-02")]
    [InlineData("D-day is 4 May 2014. Guns leave by D plus 30 and on D minus 1.", "4 May 2014=2014-05-04; D plus 30=2014-06-03!; D minus 1=2014-05-03")]
    [InlineData("Two D-30 howitzers and a D-20 fired.", "")]
    [InlineData("D-day is 4 May 2014. The D-30 guns and D-20s leave on D+3.", "4 May 2014=2014-05-04; D+3=2014-05-07")]
    [InlineData("In August 14 people died.", "August=2013-08")]
    [InlineData("On May 14 people died.", "May 14=2014-05-14")]
    public void Read_CountsFromADay_AreResolved(string text, string expected) => Assert.Equal(expected, Reports.Told("2014-06-18", text));

    [Theory]
    [InlineData("Shelling resumed on Sunday near Malakal.", "Sunday=2014-06-15")]
    [InlineData("The envoy said Wednesday that the siege goes on.", "Wednesday=2014-06-18")]
    [InlineData("The envoy on Thursday said the siege goes on.", "Thursday=2014-06-12")]
    [InlineData("Both armies will pull back on Saturday.", "Saturday=2014-06-21")]
    [InlineData("On Friday the delegations are to sit down in Addis Ababa.", "Friday=2014-06-20")]
    [InlineData("The general said that on Friday his men would leave.", "Friday=2014-06-20")]
    [InlineData("They want an inquiry into Sunday's deadly attack.", "Sunday=2014-06-15")]
    [InlineData("They must be out by Monday.", "Monday=2014-06-23!")]
    [InlineData("By Monday the militia had emptied the depot.", "Monday=2014-06-16!")]
    [InlineData("The lull lasted until Tuesday.", "Tuesday=2014-06-17!")]
    [InlineData("The lull was extended until Tuesday.", "Tuesday=2014-06-24!")]
    [InlineData("Talks failed last Wednesday and resume next Monday.", "last Wednesday=2014-06-11; next Monday=2014-06-23")]
    [InlineData("Envoys meet this Thursday; they met on Tuesday of last week.", "this Thursday=2014-06-19; Tuesday of last week=2014-06-10")]
    public void Read_Weekdays_FollowsTense(string text, string expected) => Assert.Equal(expected, Reports.Told("2014-06-18", text));

    [Theory]
    [InlineData("The camp was hit on 4 May. Two days later the market burned.", "4 May=2014-05-04; Two days later=2014-05-06")]
    [InlineData("It left between 3 and 5 May; a fortnight later the rest had not.", "3 and 5 May=2014-05-03/2014-05-05; a fortnight later=2014-05-19")]
    [InlineData("A lull was agreed on 4 May. The next day both sides broke it.", "4 May=2014-05-04; next day=2014-05-05")]
    [InlineData("Shells fell on 4 May. The following morning the village was empty.", "4 May=2014-05-04; following morning=2014-05-05")]
    [InlineData("In the first half of 2013 there were 20, against 9 a year earlier.", "first half of 2013=2013-01-01/2013-06-30; a year earlier=2012-01-01/2012-06-30")]
    [InlineData("Two days later, on May 3, they were back.", "Two days later=2014-05-03; May 3=2014-05-03")]
    public void Read_CountedOn_CountsFromTheDayToldLast(string text, string expected) => Assert.Equal(expected, Reports.Told("2014-06-18", text));

    [Theory]
    [InlineData("The truce took effect on 1 June. On day 14 of the truce a post burned.", "1 June=2014-06-01; day 14 of the truce=2014-06-14")]
    [InlineData("The ceasefire began on Monday. Its fourth day was quiet; on the second day of the ceasefire a mine went off.", "Monday=2014-06-16; second day of the ceasefire=2014-06-17")]
    [InlineData("A cease-fire came into force on 1 June. In the cease-fire's second week, or ten days into the cease-fire, it broke.",
        "1 June=2014-06-01; second week=2014-06-08/2014-06-14; ten days into the cease-fire=2014-06-11")]
    [InlineData("On day 3 of the truce a post burned.", "")]
    [InlineData("The talks began on Monday. On day 3 of the truce a post burned.", "Monday=2014-06-16")]
    public void Read_DaysOfATruce_CountFromItsBeginning(string text, string expected) => Assert.Equal(expected, Reports.Told("2014-06-18", text));

    [Theory]
    [InlineData("A year and a half ago they left; two and a half weeks ago they came.", "A year and a half ago=2012-12; two and a half weeks ago=2014-06-01")]
    [InlineData("Half a year ago the road was cut.", "Half a year ago=2013-12")]
    [InlineData("The 2018/19 winter was hard, that of 2012/13 mild.", "2018/19 winter=2018-12-01/2019-02-28; 2012/13=2012-01-01/2013-12-31")]
    [InlineData("In the winter of 2011/12 nobody moved.", "winter of 2011/12=2011-12-01/2012-02-29")]
    public void Read_HalvesAndTwinYears_AreUnderstood(string text, string expected) => Assert.Equal(expected, Reports.Told("2014-06-18", text));

    [Theory]
    [InlineData("2019-01-08", "Two shells landed on December 28.", "December 28=2018-12-28")]
    [InlineData("2018-12-18", "The port must be handed over by January 10.", "January 10=2019-01-10!")]
    [InlineData("2018-12-18", "They were to leave the port no later than midnight on 30 December.", "30 December=2018-12-30!")]
    [InlineData("2018-12-18", "Drones flew in November, and in January they will return.", "November=2018-11; January=2019-01")]
    [InlineData("2018-12-18", "The deadline for the brigades to withdraw is January 8.", "January 8=2019-01-08!")]
    [InlineData("2023-03-01", "It was signed on 29 February.", "29 February=2020-02-29")]
    public void Read_DatesWithoutYear_TakesTheYearThatTheWordsAskFor(string reference, string text, string expected) =>
        Assert.Equal(expected, Reports.Told(reference, text));

    [Theory]
    [InlineData("In the past month and over the last 48 hours it was calm.", "past month=2020-02-29/2020-03-31; last 48 hours=2020-03-29/2020-03-31")]
    [InlineData("Worse than last week, last month and last year.", "last week=2020-03-23/2020-03-29; last month=2020-02; last year=2019")]
    [InlineData("Roads must open by the end of the year, mines go by the end of May.", "end of the year=2020-12-31!; end of May=2020-05-31!")]
    [InlineData("It ends in early April, mid-June or late 2021.", "early April=2020-04-01/2020-04-10; mid-June=2020-06-11/2020-06-20; late 2021=2021-09-01/2021-12-31")]
    [InlineData("Three days ago they agreed to disarm within 14 days.", "Three days ago=2020-03-28; 14 days=2020-04-14!")]
    [InlineData("The patrols will start in two weeks.", "two weeks=2020-04-14")]
    [InlineData("Yesterday, today and the day after tomorrow", "Yesterday=2020-03-30; today=2020-03-31; day after tomorrow=2020-04-02")]
    [InlineData("Six died over the weekend.", "weekend=2020-03-28/2020-03-29")]
    [InlineData("Guns fell silent 48 hours after March 26.", "48 hours after March 26=2020-03-28")]
    [InlineData("In the last week of January and the week of March 10", "last week of January=2020-01-27/2020-02-02; week of March 10=2020-03-09/2020-03-15")]
    [InlineData("Due on the 15th of next month, for the rest of the year", "15th of next month=2020-04-15; rest of the year=2020-03-31/2020-12-31")]
    [InlineData("It stood empty two years ago.", "two years ago=2018")]
    public void Read_RelativeExpressions_CountsFromTheReport(string text, string expected) => Assert.Equal(expected, Reports.Told("2020-03-31", text));

    [Theory]
    [InlineData("The 1974 line has been watched since 1964.", "1974=1974; 1964=1964")]
    [InlineData("War raged in 1992-94, in 2014-2015 and between 2020 and 2021.",
        "1992-94=1992-01-01/1994-12-31; 2014-2015=2014-01-01/2015-12-31; 2020 and 2021=2020-01-01/2021-12-31")]
    [InlineData("Counts of 11/2016 and Nov-Feb 2017", "11/2016=2016-11; Nov-Feb 2017=2016-11-01/2017-02-28")]
    [InlineData("In September 2018 and through the 1990s", "September 2018=2018-09; 1990s=1990-01-01/1999-12-31")]
    public void Read_Years_ReadsThem(string text, string expected) => Assert.Equal(expected, Reports.Told("2021-08-02", text));

    [Theory]
    [InlineData("Resolution 1701 and resolutions 1973 and 2009 were recalled.")]
    [InlineData("About 2000 people fled; 2,000 stayed; 1990 soldiers came.")]
    [InlineData("The S-300 and the 9M133 stood on the M4 beside the Su-2015.")]
    [InlineData("They may march on; the sun sat low. April said June was there.")]
    [InlineData("Every Friday they rally; on Bloody Sunday they mourned; said the Sunday Times.")]
    [InlineData("At 10:30, at 0600 GMT and at 6 pm it was quiet.")]
    [InlineData("On 30 June Bridge stood the March 23 Movement.")]
    [InlineData("In recent weeks and a few days ago there were clashes.")]
    [InlineData("On 31 February nothing happened.")]
    public void Read_WordsThatAreNoDates_FindsNone(string text) => Assert.Equal("", Reports.Told("2021-08-02", text));

    [Fact]
    public void Read_BoilerplateAfterBody_IsLeftOut()
    {
        const string text = "Guns fell silent on Monday. Page last changed on 3 May 2017.";
        var header = Reports.Header(text, "2017-05-02") with { Body = new(0, 27) };

        var dates = new Reading.Times.DateReader().Read(Reading.Text.SegmentedText.Of(text), header);

        Assert.Equal("2017-05-01", Assert.Single(dates).Value);
    }

    [Theory]
    [InlineData("D-Day is 3 June. Guns leave by D+14, mines by D+30.", "3 June=2020-06-03; D+14=2020-06-17!; D+30=2020-07-03!")]
    [InlineData("Guns leave by D+14.", "D+14=0001-01-01/9999-12-31!")]
    [InlineData("Fire was heard at 021430ZAPR20 near the post.", "021430ZAPR20=2020-04-02")]
    [InlineData("On the night of 3 to 4 March it was calm; calm overnight.", "3 to 4 March=2020-03-03/2020-03-04; overnight=2020-03-30/2020-03-31")]
    [InlineData("Fighting since 2011; in the second quarter of 2019; in Q3 2018.", "2011=2011; second quarter of 2019=2019-04-01/2019-06-30; Q3 2018=2018-07-01/2018-09-30")]
    [InlineData("In the 1990s, in the 20th century, in summer 2016.", "1990s=1990-01-01/1999-12-31; 20th century=1900-01-01/1999-12-31; summer 2016=2016-06-01/2016-08-31")]
    [InlineData("They will leave early next week or at the end of May.", "early next week=2020-04-06/2020-04-07; end of May=2020-05-31")]
    [InlineData("In nineteen ninety-six, on 2019/Sep/23, on 20190923.", "nineteen ninety-six=1996; 2019/Sep/23=2019-09-23; 20190923=2019-09-23")]
    [InlineData("The tenth anniversary fell two weeks after 3 March.", "two weeks after 3 March=2020-03-17")]
    public void Read_WiderGrammar_ResolvesIt(string text, string expected) => Assert.Equal(expected, Reports.Told("2020-03-31", text));

    [Theory]
    [InlineData("Closed since August.", "Since")]
    [InlineData("They must leave before Friday.", "Before")]
    [InlineData("Open by the end of the year.", "Until")]
    [InlineData("It resumes after 2021.", "After")]
    [InlineData("It resumes in 2021.", "None")]
    public void Read_WordsOfBound_SaysTheSide(string text, string expected) => Assert.Equal(expected, Assert.Single(Reports.Dates("2020-03-31", text)).Bound.ToString());
}
