using Google.Protobuf;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Versions;

namespace Truceline.GeoZone.Storage;

/// <summary>Between versions and their rows.</summary>
internal static class VersionRowMapper
{
    public static KeptVersionRow ToRow(KeptKey key, string agreementId, KeptVersion version) => new()
    {
        Kind = key.Kind,
        Id = key.Id,
        Number = version.Number,
        AgreementId = agreementId,
        FirstDay = version.Days.First.DayNumber,
        LastDay = version.Days.Last.DayNumber,
        KnownFrom = version.KnownFrom,
        KnownTo = version.KnownTo,
        ChangedBy = version.ChangedBy,
        Content = version.Body.Line is { } line
            ? new LineVersion { Content = line }.ToByteArray()
            : new ZoneVersion { Content = version.Body.Zone, DrawnFrom = version.Body.DrawnFrom }.ToByteArray(),
    };

    public static KeptVersion ToVersion(KeptVersionRow row) => new(
        row.Number, new(DateOnly.FromDayNumber(row.FirstDay), DateOnly.FromDayNumber(row.LastDay)), BodyOf(row), row.KnownFrom, row.KnownTo, row.ChangedBy);

    public static ZoneVersion ToZone(KeptVersionRow row) => VersionMapper.ToZone(KeptKey.Zone(row.Id), row.AgreementId, ToVersion(row));

    public static LineVersion ToLine(KeptVersionRow row) => VersionMapper.ToLine(KeptKey.Line(row.Id), row.AgreementId, ToVersion(row));

    private static VersionBody BodyOf(KeptVersionRow row)
    {
        if (row.Kind == KeptKind.Line)
            return VersionBody.Of(LineVersion.Parser.ParseFrom(row.Content).Content);
        var zone = ZoneVersion.Parser.ParseFrom(row.Content);
        return new(null, zone.Content, zone.DrawnFrom);
    }
}
