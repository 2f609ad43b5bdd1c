using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.Live;
using Truceline.GeoZone.Zones.Versions;

namespace Truceline.GeoZone.Previews;

/// <summary>How positions lie in the zones of an agreement before and after a change, by the same index that answers questions.</summary>
internal static class VerdictShifts
{
    /// <param name="before">The agreement.</param>
    /// <param name="after">The agreement as changed.</param>
    /// <param name="questions">Valid questions.</param>
    /// <param name="now">The instant meant when a question gives none.</param>
    /// <param name="logger">Hears of zones that cannot be drawn.</param>
    public static IEnumerable<VerdictShift> Of(
        Agreement before, Agreement after, IReadOnlyList<PositionQuestion> questions, DateTimeOffset now, ILogger<ZoneRegister> logger)
    {
        if (questions.Count == 0)
            return [];
        var (was, will) = (Zones(before, logger), Zones(after, logger));
        return questions.Select(question => Shift(VerdictMapper.Judge(was, question, now), VerdictMapper.Judge(will, question, now)));
    }

    /// <param name="zones">Zones that would have other versions; only these are asked.</param>
    /// <param name="questions">Valid questions.</param>
    /// <param name="now">The instant meant when a question gives none.</param>
    /// <param name="logger">Hears of zones that cannot be drawn.</param>
    public static IEnumerable<VerdictShift> Of(
        IReadOnlyList<ForeseenZone> zones, IReadOnlyList<PositionQuestion> questions, DateTimeOffset now, ILogger<ZoneRegister> logger)
    {
        if (questions.Count == 0)
            return [];
        var (was, will) = (Zones(zones, z => z.Before, logger), Zones(zones, z => z.After, logger));
        return questions.Select(question => Shift(VerdictMapper.Judge(was, question, now), VerdictMapper.Judge(will, question, now)));
    }

    private static LiveZones Zones(IReadOnlyList<ForeseenZone> zones, Func<ForeseenZone, IReadOnlyList<Era>> eras, ILogger<ZoneRegister> logger)
    {
        var register = new ZoneRegister(logger);
        foreach (var zone in zones)
            register.Put(Zone(zone.Id, zone.AgreementId, eras(zone)));
        return register.Build(1);
    }

    private static LiveZone Zone(string id, string agreementId, IReadOnlyList<Era> eras) =>
        new(id, agreementId, [.. eras.Select((era, i) => new KeptVersion(i + 1, era.Days, era.Body, default, null, ""))]);

    private static LiveZones Zones(Agreement agreement, ILogger<ZoneRegister> logger)
    {
        var register = new ZoneRegister(logger);
        foreach (var (id, eras) in AgreementEras.ZonesAlone(agreement))
            register.Put(Zone(KeptKey.Of(agreement.Id, id), agreement.Id, eras));
        return register.Build(1);
    }

    private static VerdictShift Shift(PositionVerdict before, PositionVerdict after) => new()
    {
        Before = before,
        After = after,
        Overturned = !before.Zones.Select(z => (z.ZoneId, z.Position)).ToHashSet().SetEquals(after.Zones.Select(z => (z.ZoneId, z.Position))),
    };
}
