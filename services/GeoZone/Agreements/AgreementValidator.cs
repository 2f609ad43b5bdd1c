using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Agreements;

/// <summary>Finds everything that is wrong with an agreement, by the path of its field in the request.</summary>
internal sealed class AgreementValidator : IRequestValidator<ImportAgreementRequest>
{
    private const string Root = "agreement";

    public string Reason => "AGREEMENT_INVALID";

    public void Check(ImportAgreementRequest request, FieldViolations violations)
    {
        if (request.Agreement is null)
            violations.Add(Root, "It is required.", "REQUIRED");
        else
            Check(violations, request.Agreement);
    }

    private static void Check(FieldViolations violations, Agreement agreement)
    {
        var checks = new FieldChecks(violations);
        checks.Id($"{Root}.id", agreement.Id);
        checks.Text($"{Root}.title", agreement.Title, 500);
        checks.Text($"{Root}.reference", agreement.Reference, 500, required: false);
        checks.Day($"{Root}.signed_date", agreement.SignedDate);

        var parties = Ids(checks, "parties", agreement.Parties, p => p.Id, []);
        if (agreement.Parties.Count == 0)
            checks.Add($"{Root}.parties", "At least one is required.", "REQUIRED");
        var named = Ids(checks, "observers", agreement.Observers, o => o.Id, [.. parties]);
        Each("parties", agreement.Parties, (path, party) => CheckParty(checks, path, party));
        Each("observers", agreement.Observers, (path, party) => CheckParty(checks, path, party));

        Ids(checks, "lines", agreement.Lines, l => l.Id, []);
        var zones = Ids(checks, "zones", agreement.Zones, z => z.Id, []);
        var routes = Ids(checks, "routes", agreement.Routes, r => r.Id, []);
        Ids(checks, "obligations", agreement.Obligations, o => o.Id, []);
        CheckRuleIds(checks, agreement);

        var zoneChecks = new ZoneChecks(checks, violations, parties, agreement);
        Each("lines", agreement.Lines, zoneChecks.Line);
        Each("zones", agreement.Zones, zoneChecks.Zone);
        Each("routes", agreement.Routes, zoneChecks.Route);
        var obligationChecks = new ObligationChecks(checks, parties, named, zones, routes);
        Each("obligations", agreement.Obligations, obligationChecks.Obligation);

        checks.Sources($"{Root}.sources", agreement.Sources);
    }

    private static void CheckParty(FieldChecks checks, string path, Party party)
    {
        checks.Id($"{path}.id", party.Id);
        checks.Text($"{path}.name", party.Name, 200);
        for (var i = 0; i < party.Aliases.Count; i++)
            checks.Text($"{path}.aliases[{i}]", party.Aliases[i], 200);
        for (var i = 0; i < party.Countries.Count; i++)
        {
            if (party.Countries[i].Length != 2 || !party.Countries[i].All(char.IsAsciiLetterUpper))
                checks.Add($"{path}.countries[{i}]", "It must be an ISO 3166-1 alpha-2 code, two upper case letters.", "MALFORMED_COUNTRY");
        }
    }

    private static void CheckRuleIds(FieldChecks checks, Agreement agreement)
    {
        var seen = new HashSet<string>();
        for (var z = 0; z < agreement.Zones.Count; z++)
            checks.Unique(agreement.Zones[z].Rules.Select((rule, r) => ($"{Root}.zones[{z}].rules[{r}].id", rule.Id)), seen);
    }

    private static HashSet<string> Ids<T>(FieldChecks checks, string field, IReadOnlyList<T> items, Func<T, string> id, HashSet<string> seen)
    {
        checks.Unique(items.Select((item, i) => ($"{Root}.{field}[{i}].id", id(item))), seen);
        return seen;
    }

    private static void Each<T>(string field, IReadOnlyList<T> items, Action<string, T> check)
    {
        for (var i = 0; i < items.Count; i++)
            check($"{Root}.{field}[{i}]", items[i]);
    }
}
