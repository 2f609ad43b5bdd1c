using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace Truceline.DevHost.Stories;

/// <summary>
/// Calls to the gateway as any client makes them: REST on the cleartext port, gRPC on the TLS port. No trace context is sent, so that the gateway
/// begins the trace.
/// </summary>
internal sealed class GatewayClient : IDisposable
{
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(15);
    private static readonly JsonParser Json = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    private readonly X509Certificate2 _certificate;
    private readonly HttpClient _rest;
    private readonly GrpcChannel _channel;

    internal GatewayClient(LocalSystem system)
    {
        _certificate = system.LoadCertificate();
        _rest = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null })
        {
            BaseAddress = system.Local,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var handler = new SocketsHttpHandler { ActivityHeadersPropagator = null, EnableMultipleHttp2Connections = true };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, given, _, _) =>
            given is not null && given.GetCertHashString() == _certificate.GetCertHashString();
        _channel = GrpcChannel.ForAddress(system.Public, new GrpcChannelOptions { HttpHandler = handler, DisposeHttpClient = true });
        Calls = _channel.CreateCallInvoker();
    }

    /// <summary>For generated clients.</summary>
    internal CallInvoker Calls { get; }

    /// <summary>Cleartext HTTP/1.1, without a limit of time of its own.</summary>
    internal HttpClient Rest => _rest;

    /// <summary>Deadline for a unary call that begins now.</summary>
    internal static DateTime Deadline(TimeProvider time) => time.GetUtcNow().UtcDateTime + CallLimit;

    /// <summary>POSTs a message as JSON.</summary>
    /// <returns>The answer, and the trace id of the request.</returns>
    /// <exception cref="DevHostException">The gateway refused it; the details are its problem document.</exception>
    internal Task<(T Answer, string TraceId)> PostAsync<T>(string path, string json, TimeProvider time, CancellationToken cancellationToken)
        where T : IMessage, new() => PostAsync<T>(path, Encoding.UTF8.GetBytes(json), "application/json; charset=utf-8", time, cancellationToken);

    /// <summary>POSTs bytes as they are.</summary>
    /// <returns>The answer, and the trace id of the request.</returns>
    /// <exception cref="DevHostException">The gateway refused it; the details are its problem document.</exception>
    internal async Task<(T Answer, string TraceId)> PostAsync<T>(
        string path, byte[] body, string mediaType, TimeProvider time, CancellationToken cancellationToken)
        where T : IMessage, new()
    {
        using var limit = new CancellationTokenSource(CallLimit, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.TryParse(mediaType, out var type) ? type : null;
        try
        {
            using var response = await _rest.PostAsync(new Uri(path, UriKind.Relative), content, linked.Token);
            var answer = await response.Content.ReadAsStringAsync(linked.Token);
            return response.IsSuccessStatusCode
                ? (Json.Parse<T>(answer), TraceId(response))
                : throw new DevHostException($"POST {path} was answered {(int)response.StatusCode}:", details: answer.Split('\n'));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DevHostException($"POST {path} was not answered within {CallLimit.TotalSeconds:0} s.");
        }
    }

    public void Dispose()
    {
        _rest.Dispose();
        _channel.Dispose();
        _certificate.Dispose();
    }

    // traceresponse: 00-<trace id>-<span id>-<flags> (W3C Trace Context, level 2)
    private static string TraceId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("traceresponse", out var values) && values.First().Split('-') is [_, { Length: 32 } traceId, ..] ? traceId : "";
}
