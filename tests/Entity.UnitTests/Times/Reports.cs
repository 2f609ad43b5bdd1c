using System.Globalization;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Reading.Times;

namespace Truceline.Entity.UnitTests.Times;

/// <summary>Reads dates from a sentence as from a report of a given day.</summary>
internal static class Reports
{
    public static ReportHeader Header(string text, string reference) => Header(text, DateOnly.Parse(reference, CultureInfo.InvariantCulture));

    public static ReportHeader Header(string text, DateOnly reference) =>
        new(null, null, null, null, "en", new TextSpan(0, text.Length), reference);

    public static IReadOnlyList<DateMention> Dates(string reference, string text) =>
        new DateReader().Read(SegmentedText.Of(text), Header(text, reference));

    /// <summary>"expression=value" of every mention, with "!" after a limit; "; " between them.</summary>
    public static string Told(string reference, string text) => string.Join(
        "; ", Dates(reference, text).Select(d => $"{d.Span.Of(text)}={d.Value}{(d.IsLimit ? "!" : "")}"));
}
