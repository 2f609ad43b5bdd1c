using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Reports;
using Truceline.Ingest.Uploads;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests.Uploads;

/// <summary>A service that reads <see cref="LineFormat"/>, and what a client of uploads does.</summary>
internal sealed class UploadClient : IAsyncDisposable
{
    private readonly HttpClient _http;

    public UploadClient(IReadOnlyDictionary<string, string>? settings = null, string? dataFolder = null, Action<IServiceCollection>? services = null)
    {
        Service = new ServiceFixture<IngestGrpcService>(
            new Dictionary<string, string>(settings ?? new Dictionary<string, string>()) { ["Ingest:Uploads:PollMilliseconds"] = "50" },
            s =>
            {
                s.AddSingleton<IDocumentFormat>(Format);
                services?.Invoke(s);
            },
            dataFolder);
        // The factory's own client reads a body to its end before it sends it.
        _http = new HttpClient(Service.Server.CreateHandler()) { BaseAddress = Service.Server.BaseAddress };
        Uploads = new UploadService.UploadServiceClient(Service.Channel);
    }

    public ServiceFixture<IngestGrpcService> Service { get; }

    public LineFormat Format { get; } = new();

    public UploadService.UploadServiceClient Uploads { get; }

    public async Task<Upload> CreateAsync(long size = 0, string sha256 = "") =>
        (await Uploads.CreateUploadAsync(new CreateUploadRequest { SizeBytes = size, Sha256 = sha256 })).Upload;

    public Task<Upload> GetAsync(string id) => Uploads.GetUploadAsync(new GetUploadRequest { UploadId = id }).ResponseAsync.ContinueWith(
        t => t.Result.Upload, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    /// <summary>Sends bytes; offset and completeness are left out when null.</summary>
    public Task<Answer> PutAsync(string id, byte[] bytes, long? offset = null, bool? complete = null) =>
        SendAsync(HttpMethod.Put, id, new ByteArrayContent(bytes), offset, complete);

    public async Task<Answer> SendAsync(HttpMethod method, string id, HttpContent? content, long? offset = null, bool? complete = null)
    {
        using var request = new HttpRequestMessage(method, UploadContentEndpoint.Path.Replace("{uploadId}", id, StringComparison.Ordinal)) { Content = content };
        if (offset is { } given)
        {
            request.Headers.Add(UploadContentEndpoint.Offset, given.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (complete is { } flag)
        {
            request.Headers.Add(UploadContentEndpoint.Complete, flag ? "?1" : "?0");
        }

        using var answer = await _http.SendAsync(request);
        return new Answer(
            answer.StatusCode,
            answer.Headers.TryGetValues(UploadContentEndpoint.Offset, out var at) ? long.Parse(at.First(), System.Globalization.CultureInfo.InvariantCulture) : null,
            answer.Headers.TryGetValues(UploadContentEndpoint.Complete, out var flags) ? flags.First() : null,
            await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Waits until nothing more is done with an upload.</summary>
    public Task<Upload> EndAsync(string id, TimeSpan? longest = null) => Poller.UntilAsync("the end of the upload", async () =>
        await GetAsync(id) is { } upload && Progress.IsOver(upload.State) ? upload : null, longest);

    /// <summary>All results, page by page.</summary>
    public async Task<IReadOnlyList<ItemResult>> ResultsAsync(string id, int pageSize = 1000)
    {
        var results = new List<ItemResult>();
        var token = "";
        do
        {
            var page = await Uploads.ListUploadResultsAsync(new ListUploadResultsRequest { UploadId = id, PageSize = pageSize, PageToken = token });
            results.AddRange(page.Results);
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        return results;
    }

    public async ValueTask DisposeAsync()
    {
        Format.Gate.TrySetResult();
        _http.Dispose();
        await Service.DisposeAsync();
    }

    internal sealed record Answer(HttpStatusCode Status, long? Offset, string? Complete, string Body);
}
