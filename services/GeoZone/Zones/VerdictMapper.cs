using Google.Protobuf.WellKnownTypes;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Index;
using Truceline.GeoZone.Zones.Live;

namespace Truceline.GeoZone.Zones;

/// <summary>Asks the zones in force and writes what they answer.</summary>
internal static class VerdictMapper
{
    [ThreadStatic]
    private static List<ZoneJudgement>? t_found;

    /// <summary>Answers a question that was found valid.</summary>
    /// <param name="zones">The zones in force.</param>
    /// <param name="question">The question.</param>
    /// <param name="now">The instant meant when it gives none.</param>
    public static PositionVerdict Judge(LiveZones zones, PositionQuestion question, DateTimeOffset now)
    {
        var found = t_found ??= [];
        found.Clear();
        zones.Snapshot.Judge(GeoPoint.From(question.Position), question.RadiusM, question.Instant?.ToDateTimeOffset() ?? now, found);
        if (found.Count > 1)
            Sort(found, zones.Snapshot);
        var verdict = new PositionVerdict();
        foreach (var judgement in found)
            verdict.Zones.Add(ToProto(zones, judgement));
        return verdict;
    }

    private static void Sort(List<ZoneJudgement> found, ZoneSnapshot snapshot) => found.Sort((a, b) => a.Distance.PossibleM != b.Distance.PossibleM
        ? a.Distance.PossibleM.CompareTo(b.Distance.PossibleM)
        : string.CompareOrdinal(snapshot.Zones[a.Zone].Key, snapshot.Zones[b.Zone].Key));

    /// <summary>Answers a question about a line or an area that was found valid.</summary>
    /// <param name="zones">The zones in force.</param>
    /// <param name="question">The question.</param>
    /// <param name="now">The instant meant when it gives none.</param>
    /// <param name="shape">What its shape is drawn as; null when it has none.</param>
    public static GeometryVerdict Judge(LiveZones zones, GeometryQuestion question, DateTimeOffset now, DrawnZone? shape)
    {
        var instant = question.Instant?.ToDateTimeOffset() ?? now;
        var found = question.GeometryCase switch
        {
            GeometryQuestion.GeometryOneofCase.Point => OfPoint(zones.Snapshot, GeoPoint.From(question.Point), question.RadiusM, instant),
            GeometryQuestion.GeometryOneofCase.Shape => OfShape(zones.Snapshot, shape!, question.RadiusM, instant),
            GeometryQuestion.GeometryOneofCase.Polygon =>
                zones.Snapshot.Judge(new AskedGeometry(ZoneDrawing.Area("", new() { Polygon = question.Polygon }, null).Inside, true), question.RadiusM, instant),
            GeometryQuestion.GeometryOneofCase.Lines => zones.Snapshot.Judge(AskedGeometry.Lines([.. question.Lines.Lines.Select(Points)]), question.RadiusM, instant),
            _ => zones.Snapshot.Judge(AskedGeometry.Lines([Points(question.Line)]), question.RadiusM, instant),
        };
        return new()
        {
            Zones =
            {
                from judgement in found
                orderby judgement.Distance.PossibleM, judgement.Distance.CertainM
                select new JudgedGeometry { Zone = ToProto(zones, new(judgement.Zone, judgement.Position, judgement.Distance)), Touched = judgement.IsTouched },
            },
        };
    }

    private static List<GeometryJudgement> OfPoint(ZoneSnapshot snapshot, GeoPoint point, double radiusM, DateTimeOffset instant)
    {
        List<ZoneJudgement> found = [];
        snapshot.Judge(point, radiusM, instant, found);
        return found.ConvertAll(j => new GeometryJudgement(j.Zone, j.Position, j.Distance, j.Distance.CertainM <= 0));
    }

    private static List<GeometryJudgement> OfShape(ZoneSnapshot snapshot, DrawnZone drawn, double radiusM, DateTimeOffset instant)
    {
        var shape = ZoneDrawing.Draw("", drawn, default, default);
        var found = snapshot.Judge(new AskedGeometry(shape.Possible ?? shape.Inside, true), radiusM, instant);
        if (shape.Possible is null)
            return found;
        // What only may belong to it touches nothing for certain.
        var touched = shape.Inside.Count == 0 ? [] : snapshot.Judge(new AskedGeometry(shape.Inside, true), 0, instant).Where(j => j.IsTouched).Select(j => j.Zone).ToHashSet();
        return found.ConvertAll(j => j with { IsTouched = touched.Contains(j.Zone) });
    }

    private static IReadOnlyList<GeoPoint> Points(Type.V1.Line line) => [.. line.Positions.Select(GeoPoint.From)];

    /// <summary>One finding for every zone valid on a day, the nearest first.</summary>
    public static IEnumerable<ZoneFinding> Locate(LiveZones zones, GeoPoint point, double radiusM, DateOnly day) =>
        from judgement in zones.Snapshot.JudgeAll(point, radiusM, new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero))
        let label = zones.Labels[judgement.Zone]
        orderby judgement.Distance.CertainM, label.AgreementId, label.ZoneId
        select new ZoneFinding
        {
            AgreementId = label.AgreementId,
            ZoneId = label.ZoneId,
            ZoneName = label.Name,
            ZoneKind = label.Kind,
            Position = judgement.Position,
            DistanceM = judgement.Distance.CertainM,
        };

    public static JudgedZone ToProto(LiveZones zones, ZoneJudgement judgement)
    {
        var label = zones.Labels[judgement.Zone];
        return new()
        {
            AgreementId = label.AgreementId,
            ZoneId = label.ZoneId,
            ZoneName = label.Name,
            ZoneKind = label.Kind,
            Position = judgement.Position,
            DistanceM = judgement.Distance.CertainM,
            PossibleDistanceM = judgement.Distance.PossibleM,
        };
    }

    public static ZoneBasis Basis(LiveZoneHolder.State state) => new()
    {
        ReadTime = state.ReadTime.ToTimestamp(),
        ZoneCount = state.Zones.Labels.Count,
        UndrawnZones = { state.Zones.Undrawn },
    };
}
