using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Agreements;

/// <summary>What the terms of an agreement must satisfy.</summary>
internal sealed class ObligationChecks(
    FieldChecks checks, IReadOnlySet<string> parties, IReadOnlySet<string> partiesAndObservers, IReadOnlySet<string> zones, IReadOnlySet<string> routes)
{
    public void Obligation(string path, Obligation term)
    {
        checks.Id($"{path}.id", term.Id);
        checks.Chosen($"{path}.modality", term.Modality);
        if (term.PartyIds.Count == 0)
            checks.Add($"{path}.party_ids", "At least one is required.", "REQUIRED");
        for (var i = 0; i < term.PartyIds.Count; i++)
            checks.Reference($"{path}.party_ids[{i}]", term.PartyIds[i], parties, "party");
        if (term.Action.Length == 0)
            checks.Add($"{path}.action", "It is required.", "REQUIRED");
        else if (!term.Action.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
            checks.Add($"{path}.action", "It must be lower case letters, digits and underscores.", "MALFORMED_CLASS");
        checks.Text($"{path}.object", term.Object, 500, required: false);
        if (term.ZoneId.Length > 0)
            checks.Reference($"{path}.zone_id", term.ZoneId, zones, "zone");
        for (var i = 0; i < term.RouteIds.Count; i++)
            checks.Reference($"{path}.route_ids[{i}]", term.RouteIds[i], routes, "route");
        for (var i = 0; i < term.VerifierIds.Count; i++)
            checks.Reference($"{path}.verifier_ids[{i}]", term.VerifierIds[i], partiesAndObservers, "observer or party");
        var from = checks.Day($"{path}.valid_from", term.ValidFrom);
        var deadline = checks.Day($"{path}.deadline", term.Deadline, required: false);
        if (from is not null && deadline is not null && deadline < from)
            checks.Add($"{path}.deadline", "It must not be before valid_from.", "OUT_OF_RANGE");
        checks.Text($"{path}.clause", term.Clause, 2000);
    }
}
