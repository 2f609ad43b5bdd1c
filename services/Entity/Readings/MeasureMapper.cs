using System.Globalization;
using Truceline.Entity.Reading;
using Truceline.Type.V1;
using DatePrecision = Truceline.Type.V1.DatePrecision;
using QuantityKind = Truceline.Type.V1.QuantityKind;

namespace Truceline.Entity.Readings;

/// <summary>Dates, quantities and places as protos. Pure.</summary>
internal static class MeasureMapper
{
    internal static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static DateExtent Extent(DateMention date) => new()
    {
        Value = date.Value,
        StartDate = Iso(date.Start),
        EndDate = Iso(date.End),
        Precision = date.Precision switch
        {
            Reading.DatePrecision.Day => DatePrecision.Day,
            Reading.DatePrecision.Month => DatePrecision.Month,
            Reading.DatePrecision.Year => DatePrecision.Year,
            _ => DatePrecision.Interval,
        },
    };

    /// <summary>The extent of a mention; empty of days where it can't be placed ("D+14" in a text that names no D-day).</summary>
    internal static DateExtent ExtentOfMention(DateMention date) => IsPlaced(date) ? Extent(date) : new DateExtent { Precision = DatePrecision.Interval };

    /// <summary>The extent of a claim's date; null where there is none, or none that can be placed: a deadline at the end of time would be met by everything.</summary>
    internal static DateExtent? ExtentOfClaim(DateMention? date) => date is not null && IsPlaced(date) ? Extent(date) : null;

    private static bool IsPlaced(DateMention date) => date.Start != DateOnly.MinValue || date.End != DateOnly.MaxValue;

    internal static Quantity Quantity(QuantityMention quantity, string text, CodePoints points)
    {
        var proto = new Quantity
        {
            Span = points.Of(quantity.Span),
            Kind = Enum.Parse<QuantityKind>(quantity.Kind.ToString()),
            Unit = quantity.Unit,
            Background = quantity.IsBackground,
            Text = quantity.Span.Of(text),
        };
        if (quantity.Low is { } low)
        {
            proto.Low = low;
        }

        if (quantity.High is { } high)
        {
            proto.High = high;
        }

        return proto;
    }

    internal static V1.CoordinateMention Coordinate(Reading.CoordinateMention coordinate, string text, CodePoints points) => new()
    {
        Span = points.Of(coordinate.Span),
        Text = coordinate.Span.Of(text),
        Latitude = coordinate.Latitude,
        Longitude = coordinate.Longitude,
        RadiusM = coordinate.RadiusMetres,
        Notation = coordinate.Notation,
    };

    internal static V1.DesignationMention Designation(Reading.DesignationMention designation, string text, CodePoints points) => new()
    {
        Span = points.Of(designation.Span),
        Text = designation.Span.Of(text),
        Kind = Enum.Parse<V1.DesignationKind>(designation.Kind.ToString()),
        Designation = designation.Designation,
    };

    internal static Type.V1.PlaceCandidate Place(Reading.PlaceCandidate place) => new()
    {
        GazetteerId = place.GazetteerId,
        Name = place.Name,
        Kind = place.Kind,
        Position = new Position { Latitude = place.Latitude, Longitude = place.Longitude },
        RadiusM = place.RadiusMetres,
        Country = place.Country ?? "",
        Score = place.Score,
    };
}
