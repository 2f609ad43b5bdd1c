namespace Truceline.GeoZone.Zones.Versions;

/// <summary>What has versions.</summary>
internal enum KeptKind
{
    /// <summary>A line.</summary>
    Line = 1,

    /// <summary>A zone.</summary>
    Zone = 2,

    /// <summary>The shape of a place of the gazetteer, as Entity gave it.</summary>
    Place = 3,
}

/// <summary>Names what has versions. What is part of an agreement is "agreement.id".</summary>
internal readonly record struct KeptKey(KeptKind Kind, string Id)
{
    private const char Separator = '.';

    public static KeptKey Line(string id) => new(KeptKind.Line, id);

    public static KeptKey Zone(string id) => new(KeptKind.Zone, id);

    public static KeptKey Place(string gazetteerId) => new(KeptKind.Place, gazetteerId);

    /// <summary>The id under which a line or zone of an agreement is kept.</summary>
    public static string Of(string agreementId, string localId) => $"{agreementId}{Separator}{localId}";

    /// <summary>The id within its agreement; the id itself when it is part of none.</summary>
    public static string Local(string id) => id[(id.IndexOf(Separator, StringComparison.Ordinal) + 1)..];
}
