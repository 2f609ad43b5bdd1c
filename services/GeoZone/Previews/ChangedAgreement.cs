using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Previews;

/// <summary>An agreement with some lines and zones in place of its own. Pure.</summary>
internal static class ChangedAgreement
{
    /// <summary>The agreement as changed; what is given stands behind what stays.</summary>
    /// <param name="agreement">The agreement; it stays as it is.</param>
    /// <param name="change">The change.</param>
    /// <param name="violations">Takes what is wrong with the result, by the path of the request's field where it is one of its own.</param>
    public static Agreement Of(Agreement agreement, PreviewChangeRequest change, FieldViolations violations)
    {
        for (var i = 0; i < change.RemovedZoneIds.Count; i++)
        {
            var id = change.RemovedZoneIds[i];
            violations.AddIf(agreement.Zones.All(z => z.Id != id) || change.Zones.Any(z => z.Id == id),
                $"removed_zone_ids[{i}]", "It must be a zone of the agreement, and none that is given.", "NOT_FOUND");
        }
        var changed = agreement.Clone();
        changed.Lines.Clear();
        changed.Lines.Add(agreement.Lines.Where(l => change.Lines.All(g => g.Id != l.Id)));
        var linesKept = changed.Lines.Count;
        changed.Lines.Add(change.Lines);
        changed.Zones.Clear();
        changed.Zones.Add(agreement.Zones.Where(z => change.Zones.All(g => g.Id != z.Id) && !change.RemovedZoneIds.Contains(z.Id)));
        var zonesKept = changed.Zones.Count;
        changed.Zones.Add(change.Zones);

        var found = new FieldViolations();
        new AgreementValidator().Check(new() { Agreement = changed }, found);
        foreach (var violation in found.All)
            violations.Add(PathOf(PathOf(violation.Field, "lines", linesKept), "zones", zonesKept), violation.Description, violation.Reason);
        return changed;
    }

    /// <summary>From the path in the changed agreement to that in the request, for what stands behind what was kept.</summary>
    private static string PathOf(string path, string field, int kept)
    {
        var begin = $"agreement.{field}[";
        if (!path.StartsWith(begin, StringComparison.Ordinal))
            return path;
        var end = path.IndexOf(']', StringComparison.Ordinal);
        var index = int.Parse(path.AsSpan(begin.Length, end - begin.Length), System.Globalization.CultureInfo.InvariantCulture);
        return index < kept ? path : $"{field}[{index - kept}{path[end..]}";
    }
}
