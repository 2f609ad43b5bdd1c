namespace Truceline.Entity.Reading.Claims.Cutting;

/// <summary>What a stretch of a sentence is. The order is that of the columns of <c>claim-cuts.tsv</c>.</summary>
internal enum StretchKind
{
    /// <summary>It asserts something.</summary>
    Claim,

    /// <summary>It tells who says so.</summary>
    Frame,

    /// <summary>It joins, dates or describes, and asserts nothing.</summary>
    Rest,
}
