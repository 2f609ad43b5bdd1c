using System.Text;
using Google.Protobuf;
using Truceline.DevHost.Processes;

namespace Truceline.Load;

/// <summary>The same with JSON.</summary>
internal sealed class RestLoad(Uri gateway, CertificateFiles certificate, LoadTexts texts, LoadOptions options) : ILoad
{
    private readonly HttpClient _http = new(Handlers.Trusting(certificate))
    {
        BaseAddress = gateway,
        DefaultRequestVersion = System.Net.HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    public Task RunAsync(Action<double> answered, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, options.Callers).Select(_ => Task.Run(() => CallAsync(answered, stop), stop)));

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task CallAsync(Action<double> answered, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var body = new StringContent(JsonFormatter.Default.Format(texts.Next()), Encoding.UTF8, "application/json");
            var began = TimeProvider.System.GetTimestamp();
            using var answer = await _http.PostAsync(new Uri("/v1/reports", UriKind.Relative), body, stop);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync(stop);
            answered(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }
    }
}
