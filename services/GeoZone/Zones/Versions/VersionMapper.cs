using Google.Protobuf.WellKnownTypes;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Zones.Versions;

/// <summary>Versions as messages.</summary>
internal static class VersionMapper
{
    public static LineVersion ToLine(KeptKey key, string agreementId, KeptVersion version) => new()
    {
        LineId = key.Id,
        Number = version.Number,
        Times = Times(version),
        Content = version.Body.Line,
        AgreementId = agreementId,
    };

    public static ZoneVersion ToZone(KeptKey key, string agreementId, KeptVersion version) => new()
    {
        ZoneId = key.Id,
        Number = version.Number,
        Times = Times(version),
        Content = version.Body.Zone,
        DrawnFrom = version.Body.DrawnFrom,
        AgreementId = agreementId,
        ChangedBy = version.ChangedBy,
    };

    public static KeptId Id(KeptObject kept) => new() { Id = kept.Key.Id, Etag = kept.Etag };

    private static VersionTimes Times(KeptVersion version) => new()
    {
        ValidFrom = DayRange.Text(version.Days.First),
        ValidTo = version.Days.Last == DateOnly.MaxValue ? "" : DayRange.Text(version.Days.Last.AddDays(1)),
        KnownFrom = version.KnownFrom.ToTimestamp(),
        KnownTo = version.KnownTo?.ToTimestamp(),
    };
}
