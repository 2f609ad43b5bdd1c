using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Truceline.Ingest.Sources.Polling;

namespace Truceline.Ingest.Sources.Fetching;

/// <summary>
/// Fetches by HTTP/1.1: no proxy, no cookies, no credentials, no redirect that is not judged here, and no trace context, which is nobody's business outside.
/// Every hop waits for its turn at its host. Thread-safe.
/// </summary>
internal sealed class SourceClient : ISourceClient, IDisposable
{
    private const string Accepted =
        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.9, */*;q=0.5";

    private readonly HttpClient _http;
    private readonly AddressRules _rules;
    private readonly HostGate _gate;
    private readonly BodyReader _body;
    private readonly SourcesOptions _options;
    private readonly TimeProvider _time;

    public SourceClient(AddressRules rules, IHostLookup lookup, HostGate gate, IOptions<SourcesOptions> options, TimeProvider time)
    {
        _rules = rules;
        _gate = gate;
        _options = options.Value;
        _time = time;
        _body = new BodyReader(_options.BodyBytes, _options.ExpansionRatio);
        _http = new HttpClient(Handler(new GuardedConnector(rules, lookup), _options)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async Task<FetchAnswer> FetchAsync(Uri address, Validators validators, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(_options.FetchTimeoutSeconds), _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var path = RedirectPath.From(address);
        while (true)
        {
            FetchAnswer answer;
            string? location;
            try
            {
                (answer, location) = await HopAsync(path, validators, linked.Token);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && FetchFailures.ReasonOf(exception) is { } reason)
            {
                return Failed(path, reason, exception is HostPausedException paused ? paused.Wait : null);
            }

            if (location is null)
            {
                return answer;
            }

            var (next, refusal) = path.Follow(answer.Status, location, _options.MaxRedirects);
            if (next is null)
            {
                return answer with { Reason = refusal };
            }

            path = next;
        }
    }

    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler Handler(GuardedConnector connector, SourcesOptions options) => new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectCallback = connector.ConnectAsync,
        ConnectTimeout = TimeSpan.FromSeconds(options.ConnectTimeoutSeconds),
        MaxResponseHeadersLength = 32,
        MaxResponseDrainSize = 0,
        // A connection is no longer of use when the name has moved.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
    };

    // One request; the location of a redirect that is to be followed ("" when it has none), null when this is the answer.
    private async Task<(FetchAnswer Answer, string? Location)> HopAsync(RedirectPath path, Validators validators, CancellationToken cancellationToken)
    {
        if (_rules.Refusal(path.Address) is { Length: > 0 } refusal)
        {
            return (Failed(path, refusal), null);
        }

        using var turn = await _gate.EnterAsync(HostGate.HostOf(path.Address), cancellationToken);
        using var request = Request(path.Address, validators);
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var answer = AnswerHeaders.Read(response, path, request.Headers.Contains("If-None-Match") || request.Headers.Contains("If-Modified-Since"), _time.GetUtcNow());
        if (RedirectPath.IsRedirect(answer.Status))
        {
            return (answer, AnswerHeaders.Location(response));
        }

        if (FetchDecision.HostPause(answer, TimeSpan.FromSeconds(_options.LongestRetryAfterSeconds)) is { } pause)
        {
            turn.LeaveAloneFor(pause);
        }

        if (answer.Status is not (200 or 203))
        {
            return (answer, null);
        }

        var (body, wireBytes) = await _body.ReadAsync(response.Content, cancellationToken);
        return (answer with { Body = body, WireBytes = wireBytes }, null);
    }

    private HttpRequestMessage Request(Uri address, Validators validators)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", Accepted);
        foreach (var encoding in (string[])["gzip", "br", "deflate"])
        {
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        }

        if (validators.IfNoneMatch(address) is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (validators.IfModifiedSince(address) is { } date)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", date);
        }

        return request;
    }

    private static FetchAnswer Failed(RedirectPath path, string reason, TimeSpan? retryAfter = null) =>
        new() { Reason = reason, Address = path.Address, PermanentAddress = path.PermanentAddress, RetryAfter = retryAfter };
}
