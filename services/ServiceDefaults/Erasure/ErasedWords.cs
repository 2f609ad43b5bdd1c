using Google.Protobuf;
using Google.Protobuf.Reflection;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.GeoZone.V1;
using Truceline.Ingest.V1;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Type.V1;
using EntityProto = Truceline.Entity.V1.Entity;

namespace Truceline.ServiceDefaults.Erasure;

/// <summary>
/// Takes the words of erased reports out of protos: texts, quotes, mentions, names of persons. Ids of reports and claims, spans, dates, places, classes, figures and
/// the names of groups and states stay, since verdicts rest on them. Immutable, safe for many threads.
/// </summary>
public sealed class ErasedWords
{
    private const string Person = "person-";
    private const string Erased = "erased";

    private readonly Dictionary<string, (bool IsWhole, IReadOnlySet<string> Names)> _reports;

    /// <param name="reports">The erased reports.</param>
    public ErasedWords(IEnumerable<ErasedReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        _reports = reports.ToDictionary(
            r => r.ReportId,
            r => (r.IsWhole, (IReadOnlySet<string>)r.NameHashes.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal)));
    }

    /// <summary>Erases in a message and in all that it holds.</summary>
    /// <returns>Whether it held anything of an erased report.</returns>
    public bool EraseIn(IMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _reports.Count > 0 && Walk(message);
    }

    private bool Walk(IMessage message)
    {
        // The message as a whole first: its parts may not say which report they belong to.
        var erased = message switch
        {
            Report report => Known(report.Id) && Erase(report),
            Reading reading => Known(reading.ReportId) && Erase(reading),
            ClaimsExtracted claims => Known(claims.ReportId) && Erase(claims),
            Claim claim => Known(claim.Evidence?.ReportId) && Erase(claim, claim.Evidence!.ReportId),
            ClaimReference reference => Known(reference.Evidence?.ReportId) && Erase(reference),
            Evidence evidence => Known(evidence.ReportId) && Erase(evidence),
            Incident incident => incident.Evidence.Any(e => Known(e.Evidence?.ReportId)) && Erase(incident),
            Alert { ContentCase: Alert.ContentOneofCase.Claim } alert => Known(alert.Claim.Evidence?.ReportId) && Erase(alert),
            _ => false,
        };
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder().Where(f => f.FieldType == FieldType.Message && !f.IsMap))
        {
            var value = field.Accessor.GetValue(message);
            if (field.IsRepeated)
            {
                foreach (var item in (System.Collections.IList)value)
                {
                    erased |= Walk((IMessage)item!);
                }
            }
            else if (value is IMessage part)
            {
                erased |= Walk(part);
            }
        }

        return erased;
    }

    private bool Known(string? reportId) => reportId is { Length: > 0 } && _reports.ContainsKey(reportId);

    private static bool Erase(Report report)
    {
        // Ingest alone knows a text without a person's words; a copy that is under way loses all of it.
        if (report.ErasedTime is not null)
        {
            return false;
        }

        ErasedReports.Empty(report);
        return true;
    }

    private bool Erase(Reading reading)
    {
        var id = reading.ReportId;
        EraseHeader(reading.Header);
        foreach (var entity in reading.Entities)
        {
            EraseEntity(entity, id);
        }

        foreach (var date in reading.Dates)
        {
            date.Text = "";
        }

        EraseQuantities(reading.Quantities);
        return true;
    }

    private bool Erase(ClaimsExtracted claims)
    {
        EraseHeader(claims.Header);
        claims.Source = OriginOf(claims.ReportId, claims.Source);
        if (claims.Origin is { } origin)
        {
            origin.Key = OriginOf(claims.ReportId, origin.Key);
            origin.DatelinePlace = "";
            origin.Bylines.Clear();
        }

        return true;
    }

    private bool Erase(Claim claim, string id)
    {
        claim.Object = "";
        foreach (var participant in claim.Actors.Concat(claim.Targets).Concat(claim.ObjectEntities).Append(claim.Speaker).Append(claim.Source).OfType<Participant>())
        {
            (participant.EntityId, participant.Name) = Redact(id, participant.EntityId, participant.Name, participant.Type);
        }

        // A noun phrase without an entity is quoted text.
        foreach (var term in claim.Terms.Where(t => t.SaidBy is { EntityId.Length: 0 }))
        {
            term.SaidBy = null;
        }

        foreach (var participant in claim.Instruments.Concat(claim.Chain.Select(l => l.Source)).Concat(claim.Terms.Select(t => t.SaidBy)).OfType<Participant>())
        {
            (participant.EntityId, participant.Name) = Redact(id, participant.EntityId, participant.Name, participant.Type);
        }

        foreach (var link in claim.Chain)
        {
            link.Name = link.Source?.Name ?? "";
        }

        foreach (var term in claim.Terms)
        {
            term.Word = "";
        }

        claim.ActorPhrases.Clear();
        claim.TargetPhrases.Clear();
        if (claim.Obligation is { } obligation)
        {
            Erase(obligation, id);
        }

        if (claim.Place is { } place)
        {
            (place.EntityId, place.Name) = Redact(id, place.EntityId, place.Name, EntityType.Location);
        }

        EraseQuantities(claim.Quantities);
        return true;
    }

    private void Erase(ProposedObligation obligation, string id)
    {
        foreach (var phrase in obligation.Parties.Concat(obligation.Objects).Concat(obligation.Areas).Concat(obligation.Verification)
            .Append(obligation.Exception).Append(obligation.Condition).OfType<ObligationPhrase>())
        {
            phrase.Text = "";
            foreach (var participant in phrase.Entities)
            {
                (participant.EntityId, participant.Name) = Redact(id, participant.EntityId, participant.Name, participant.Type);
            }
        }

        // The day of a term stays, as dates do.
        foreach (var term in ((ObligationTerm?[])[obligation.From, obligation.Start, obligation.Deadline]).OfType<ObligationTerm>())
        {
            (term.Expression, term.After) = ("", "");
        }

        EraseQuantities(obligation.Distances);
    }

    private bool Erase(ClaimReference reference)
    {
        var (isWhole, names) = _reports[reference.Evidence.ReportId];
        var said = reference.SaidBy;
        reference.SaidBy = isWhole || NameHash.Matches(reference.Evidence.ReportId, reference.SaidBy, names) ? "" : reference.SaidBy;
        reference.Origin = said.Length > 0 && reference.SaidBy.Length == 0 && said == reference.Origin ? HashOf(said) : OriginOf(reference.Evidence.ReportId, reference.Origin);
        return true;
    }

    private static bool Erase(Evidence evidence)
    {
        evidence.Quote = "";
        return true;
    }

    private static bool Erase(Incident incident)
    {
        incident.ReportedActors.Clear();
        EraseQuantities(incident.Quantities);
        return true;
    }

    private static bool Erase(Alert alert)
    {
        // The headline of a claim's alert quotes it.
        alert.Headline = alert.Class.Replace('_', ' ');
        return true;
    }

    private static void EraseHeader(ReportHeader? header)
    {
        if (header is not null)
        {
            header.DatelinePlace = "";
        }
    }

    private void EraseEntity(EntityProto entity, string id)
    {
        (entity.Id, entity.Name) = Redact(id, entity.Id, entity.Name, entity.Type);
        entity.KnowledgeId = entity.Name.Length == 0 ? "" : entity.KnowledgeId;
        entity.Role = "";
        foreach (var mention in entity.Mentions)
        {
            mention.Text = "";
        }
    }

    private static void EraseQuantities(IEnumerable<Quantity> quantities)
    {
        foreach (var quantity in quantities)
        {
            quantity.Text = "";
        }
    }

    private (string Id, string Name) Redact(string reportId, string entityId, string name, EntityType type)
    {
        var (isWhole, names) = _reports[reportId];
        var isPerson = type == EntityType.Person || entityId.StartsWith(Person, StringComparison.Ordinal);
        return (isWhole && isPerson) || NameHash.Matches(reportId, name, names) || NameHash.Matches(reportId, entityId, names)
            ? (isPerson ? Person + Erased : entityId[..(entityId.IndexOfAny(['-', ':']) + 1)] + Erased, "")
            : (entityId, name);
    }

    /// <summary>The origin that a claim of an erased report counts as: hashed when it is an erased name, so that it is told from others still.</summary>
    /// <param name="reportId">An erased report.</param>
    /// <param name="origin">The origin.</param>
    public string OriginOf(string reportId, string origin) =>
        _reports.TryGetValue(reportId, out var report) && NameHash.Matches(reportId, origin, report.Names) ? HashOf(origin) : origin;

    /// <summary>An origin as its hash: two that were the same still are. One that is hashed stays as it is.</summary>
    public static string HashOf(string origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return origin.Length == 0 || origin.StartsWith("sha256:", StringComparison.Ordinal) ? origin : ContentHash.Of("erased origin", origin.ToLowerInvariant());
    }
}
