namespace Truceline.Ingest.Normalising.Datelines;

/// <summary>How a dateline ends.</summary>
internal enum HeaderEnd
{
    /// <summary>Without a sign.</summary>
    None,

    /// <summary>A full stop behind the agency.</summary>
    Point,

    /// <summary>A colon.</summary>
    Colon,

    /// <summary>A hyphen or underscore.</summary>
    Dash,

    /// <summary>An em or en dash, or two hyphens.</summary>
    LongDash,
}

/// <summary>A dateline within a line.</summary>
/// <param name="Start">Where it begins in the line.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Place">The place as written.</param>
/// <param name="Day">The day.</param>
/// <param name="Agency">The agency.</param>
internal sealed record HeaderFound(int Start, int End, string Place, DatelineDay? Day, string Agency)
{
    /// <summary>Whether nothing is missing.</summary>
    internal bool IsWhole => Place.Length > 0 && Agency.Length > 0;
}
