using System.ComponentModel.DataAnnotations;

namespace Truceline.GeoZone.Storage;

/// <summary>An agreement in the table <c>agreements</c>.</summary>
internal sealed class AgreementRow
{
    [MaxLength(63)]
    public required string Id { get; init; }

    /// <summary>"sha256:…" over the content.</summary>
    [MaxLength(80)]
    public required string ContentHash { get; set; }

    /// <summary>The proto's bytes.</summary>
    public required byte[] Content { get; set; }

    public required DateTimeOffset ImportedTime { get; set; }

    /// <summary>Number of the last change of its zones' versions; 0 when they were not kept yet.</summary>
    public long ZonesRevision { get; set; }
}

/// <summary>A claim in the table <c>claims</c>. Days are counted from 0001-01-01.</summary>
internal sealed class ClaimRow
{
    [MaxLength(80)]
    public required string Id { get; init; }

    /// <summary>The proto's bytes.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Revision of the claim, or of its withdrawal.</summary>
    public long Revision { get; init; }

    [MaxLength(2048)]
    public required string Origin { get; init; }

    [MaxLength(2048)]
    public string Cited { get; init; } = "";

    [MaxLength(2048)]
    public string OriginKey { get; init; } = "";

    [MaxLength(2048)]
    public string Agency { get; init; } = "";

    [MaxLength(80)]
    public string StoryId { get; init; } = "";

    [MaxLength(80)]
    public string ChainId { get; init; } = "";

    public required int ReferenceDay { get; init; }

    public required int FirstDay { get; init; }

    public required int LastDay { get; init; }

    public required bool IsDenial { get; init; }
}

/// <summary>That a story has become part of another one, in the table <c>story_merges</c>; never of one that became part of a third.</summary>
internal sealed class StoryMergeRow
{
    [MaxLength(80)]
    public required string StoryId { get; init; }

    [MaxLength(80)]
    public required string MergedInto { get; set; }
}

/// <summary>That a claim counts no longer, in the table <c>withdrawn_claims</c>: versions of it up to the revision that come later are left out.</summary>
internal sealed class WithdrawnClaimRow
{
    [MaxLength(80)]
    public required string Id { get; init; }

    public required long Revision { get; set; }
}

/// <summary>An incident in the table <c>incidents</c>.</summary>
internal sealed class IncidentRow
{
    [MaxLength(80)]
    public required string Id { get; init; }

    [MaxLength(63)]
    public required string AgreementId { get; init; }

    public required int Version { get; set; }

    public required int FirstDay { get; set; }

    public required int LastDay { get; set; }

    public required DateTimeOffset UpdatedTime { get; set; }

    /// <summary>The proto's bytes.</summary>
    public required byte[] Content { get; set; }
}

/// <summary>That an incident rests on a report, in the table <c>incident_reports</c>.</summary>
internal sealed class IncidentReportRow
{
    [MaxLength(80)]
    public required string IncidentId { get; init; }

    [MaxLength(80)]
    public required string ReportId { get; init; }
}

/// <summary>That a claim bears on a term, in the table <c>obligation_evidence</c>.</summary>
internal sealed class EvidenceRow
{
    [MaxLength(63)]
    public required string AgreementId { get; init; }

    [MaxLength(63)]
    public required string ObligationId { get; init; }

    [MaxLength(80)]
    public required string ClaimId { get; init; }
}

/// <summary>The state of a term that was told last, in the table <c>obligation_states</c>.</summary>
internal sealed class ObligationStateRow
{
    [MaxLength(63)]
    public required string AgreementId { get; init; }

    [MaxLength(63)]
    public required string ObligationId { get; init; }

    /// <summary>Counts up, so that two who change it at once notice.</summary>
    public required long Revision { get; set; }

    /// <summary>The proto's bytes.</summary>
    public required byte[] Content { get; set; }
}
