namespace Truceline.Entity.Reading;

/// <summary>What a designation designates.</summary>
internal enum DesignationKind
{
    /// <summary>A unit of a force: "45th Separate Guards Brigade".</summary>
    Unit,

    /// <summary>A post with a number or code: "OP 7", "Observation Post Tango 12".</summary>
    Post,

    /// <summary>A station on a radio net: "Bravo 2-6".</summary>
    Callsign,
}

/// <summary>A numbered unit, a post or a callsign.</summary>
/// <param name="Span">The whole designation.</param>
/// <param name="Kind">What it designates.</param>
/// <param name="Designation">Normal form: "1 Battalion, 5 Marines", "OP 7", "BRAVO 2-6".</param>
internal sealed record DesignationMention(TextSpan Span, DesignationKind Kind, string Designation);
