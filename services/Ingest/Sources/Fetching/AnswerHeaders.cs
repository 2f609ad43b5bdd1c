using System.Net.Http.Headers;
using Truceline.Ingest.Sources.Polling;

namespace Truceline.Ingest.Sources.Fetching;

/// <summary>Reads what matters of an answer's headers. What is malformed counts as not there, but for validators, which go back as they came. Pure.</summary>
internal static class AnswerHeaders
{
    /// <summary>The answer, without body.</summary>
    internal static FetchAnswer Read(HttpResponseMessage response, RedirectPath path, bool wasConditional, DateTimeOffset now) => new()
    {
        Status = (int)response.StatusCode,
        Address = path.Address,
        PermanentAddress = path.PermanentAddress,
        WasConditional = wasConditional,
        Validators = new Validators(
            AtMost(Line(response.Headers, "ETag"), Validators.LongestETag),
            AtMost(Line(response.Content.Headers, "Last-Modified"), Validators.LongestDate),
            path.Address.AbsoluteUri),
        Freshness = Freshness(response.Headers),
        RetryAfter = RetryAfter(response.Headers, now),
        MediaType = AtMost(Line(response.Content.Headers, "Content-Type"), 200),
    };

    /// <summary>Where a redirect leads, as it was written; empty when it does not say.</summary>
    internal static string Location(HttpResponseMessage response) => Line(response.Headers, "Location");

    private static TimeSpan? Freshness(HttpResponseHeaders headers) =>
        headers.CacheControl is { NoCache: false, NoStore: false, MaxAge: { } longest } ? NotNegative(longest - (headers.Age ?? TimeSpan.Zero)) : null;

    // The server's own clock tells what its date means.
    private static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now) => headers.RetryAfter switch
    {
        { Delta: { } delta } => NotNegative(delta),
        { Date: { } date } => NotNegative(date - (headers.Date ?? now)),
        _ => null,
    };

    private static TimeSpan NotNegative(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;

    private static string Line(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString().Trim() : "";

    private static string AtMost(string value, int longest) => value.Length <= longest && !value.Any(char.IsControl) ? value : "";
}
