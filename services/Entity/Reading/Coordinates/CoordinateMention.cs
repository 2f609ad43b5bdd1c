namespace Truceline.Entity.Reading;

/// <summary>A position that the text gives in figures, on WGS 84.</summary>
/// <param name="Span">From the first to the last character of the position, labels such as "lat" included.</param>
/// <param name="Latitude">Degrees, in [-90, 90].</param>
/// <param name="Longitude">Degrees, in [-180, 180].</param>
/// <param name="RadiusMetres">How far the true point may lie from it by the figures given: half the diagonal of their last digit. Above 0.</param>
/// <param name="Notation">"decimal", "dm", "dms", "iso6709", "geo", "mgrs" or "utm".</param>
internal sealed record CoordinateMention(TextSpan Span, double Latitude, double Longitude, double RadiusMetres, string Notation);
