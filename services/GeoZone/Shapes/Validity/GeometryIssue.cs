namespace Truceline.GeoZone.Shapes.Validity;

/// <summary>What an issue does to a document.</summary>
internal enum IssueWeight
{
    /// <summary>Read as it stands, but refused when the reading is strict: its standard advises against it.</summary>
    Advice,

    /// <summary>Refused unless repair was asked for, which mends it.</summary>
    Repairable,

    /// <summary>Refused; nobody can know what was meant.</summary>
    Fatal,
}

/// <summary>Something wrong with a geometry, with its place.</summary>
/// <param name="Path">Path in the document, e.g. <c>features[2].geometry.coordinates[0][7]</c>; empty for the whole.</param>
/// <param name="Reason">Stable reason in upper snake case, e.g. <c>SELF_INTERSECTION</c>.</param>
/// <param name="Message">What is wrong, or with a repairable one what its repair does, for a person.</param>
/// <param name="Weight">What it does to the document.</param>
internal sealed record GeometryIssue(string Path, string Reason, string Message, IssueWeight Weight)
{
    /// <summary>Line in the document, from 1; 0 when the format has none.</summary>
    public int Line { get; init; }

    /// <summary>Column in the line, in bytes from 1; 0 when the format has none.</summary>
    public int Column { get; init; }

    /// <summary>Longitude and latitude where it is, in degrees; null when it has no such place.</summary>
    public (double Longitude, double Latitude)? At { get; init; }
}

/// <summary>How to take what is wrong.</summary>
/// <param name="Strict">Whether advice counts as well.</param>
/// <param name="Repair">Whether to mend what can be mended; each repair is an issue of the result.</param>
internal readonly record struct ReadingMode(bool Strict = false, bool Repair = false)
{
    /// <summary>Whether an issue refuses the document.</summary>
    public bool Refuses(IssueWeight weight) => weight == IssueWeight.Fatal || !Repair && (weight == IssueWeight.Repairable || Strict);
}
