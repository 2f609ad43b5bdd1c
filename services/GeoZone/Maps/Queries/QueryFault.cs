namespace Truceline.GeoZone.Maps.Queries;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Field">The query parameter.</param>
/// <param name="Reason">Stable word for programs.</param>
/// <param name="Description">What is wrong and what is allowed, for people.</param>
internal sealed record QueryFault(string Field, string Reason, string Description);

/// <summary>A request that cannot be answered as it is.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="reason">Stable word for programs.</param>
/// <param name="detail">What is wrong, for people.</param>
/// <param name="faults">Every fault by parameter; may be empty.</param>
internal sealed class MapRequestException(int status, string reason, string detail, IReadOnlyList<QueryFault> faults) : Exception(detail)
{
    public int Status => status;

    public string Reason => reason;

    public IReadOnlyList<QueryFault> Faults => faults;

    public static MapRequestException NotFound(string what, string id) =>
        new(StatusCodes.Status404NotFound, $"{what.ToUpperInvariant()}_NOT_FOUND", $"There is no {what} '{id}'.", []);

    public static MapRequestException Invalid(IReadOnlyList<QueryFault> faults) =>
        new(StatusCodes.Status400BadRequest, "QUERY_INVALID", string.Join(' ', faults.Select(f => $"{f.Field}: {f.Description}")), faults);
}
