using System.ComponentModel.DataAnnotations;

namespace Truceline.Entity.Storage;

/// <summary>A happening in the table <c>happenings</c>: what lists look at. It holds no words; all else is made of its claims when it is asked for.</summary>
internal sealed class HappeningRow
{
    [MaxLength(80)]
    public required string HappeningId { get; init; }

    /// <summary>The id that it has now; null when it is this one.</summary>
    [MaxLength(80)]
    public string? MergedInto { get; set; }

    [MaxLength(80)]
    public string Group { get; set; } = "";

    /// <summary>Classes of its claims, each between two bars.</summary>
    [MaxLength(1000)]
    public string Classes { get; set; } = "";

    [MaxLength(10)]
    public string FirstDay { get; set; } = "";

    [MaxLength(10)]
    public string LastDay { get; set; } = "";

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public double RadiusM { get; set; }

    /// <summary>How many claims there are on it; 0 when none is left.</summary>
    public int Claims { get; set; }

    public int Origins { get; set; }

    public bool IsContradicted { get; set; }

    public int Credibility { get; set; }
}

/// <summary>A key under which a claim is looked up, in the table <c>happening_keys</c>.</summary>
internal sealed class HappeningKeyRow
{
    [MaxLength(40)]
    public required string Key { get; init; }

    [MaxLength(80)]
    public required string ClaimId { get; init; }

    [MaxLength(80)]
    public required string ReportId { get; init; }
}

/// <summary>A tie between claims that no reading of one report gives, in the table <c>claim_links</c>.</summary>
internal sealed class ClaimLinkRow
{
    [MaxLength(80)]
    public required string ClaimId { get; init; }

    [MaxLength(80)]
    public required string OtherClaimId { get; init; }

    public required int Relation { get; init; }

    [MaxLength(80)]
    public required string ReportId { get; init; }

    [MaxLength(80)]
    public required string OtherReportId { get; init; }

    /// <summary>The analyst's correction; empty for a tie that a rule found.</summary>
    [MaxLength(40)]
    public string CorrectionId { get; set; } = "";

    /// <summary>An analyst took it off, or off the reading.</summary>
    public bool IsRemoved { get; set; }
}

/// <summary>A correction of a claim in the table <c>claim_corrections</c>.</summary>
internal sealed class ClaimCorrectionRow
{
    [MaxLength(40)]
    public required string Id { get; init; }

    public required long Sequence { get; init; }

    public required int Kind { get; init; }

    /// <summary>The claim under the id that it has now.</summary>
    [MaxLength(80)]
    public required string ClaimId { get; set; }

    [MaxLength(80)]
    public required string ReportId { get; init; }

    /// <summary>The proto.</summary>
    public required byte[] Correction { get; set; }
}

/// <summary>What a later reader did to a claim, in the table <c>reading_changes</c>.</summary>
internal sealed class ReadingChangeRow
{
    public long Sequence { get; init; }

    [MaxLength(80)]
    public required string ReportId { get; init; }

    public required int Kind { get; init; }

    [MaxLength(80)]
    public required string ClaimId { get; init; }

    [MaxLength(80)]
    public string NewClaimId { get; init; } = "";

    /// <summary>Names of fields, with commas between.</summary>
    [MaxLength(400)]
    public string Fields { get; init; } = "";

    [MaxLength(80)]
    public required string Class { get; init; }

    [MaxLength(200)]
    public required string Reader { get; init; }

    [MaxLength(200)]
    public required string EarlierReader { get; init; }

    public required DateTimeOffset Time { get; init; }
}

/// <summary>That a reader was put to use, in the table <c>readers</c>.</summary>
internal sealed class ReaderRow
{
    [MaxLength(200)]
    public required string Reader { get; init; }

    public required DateTimeOffset FirstUsedTime { get; init; }
}
