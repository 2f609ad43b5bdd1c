using System.Net.Http.Headers;

namespace Truceline.DevHost.Stories;

/// <summary>Fetches a document from a file or an http(s) address, at most 3 MiB. What format and encoding it is in, Ingest finds out.</summary>
internal static class StoryReader
{
    private const int Largest = 3 * 1024 * 1024;
    private static readonly TimeSpan FetchLimit = TimeSpan.FromSeconds(20);

    /// <summary>Reads a document.</summary>
    /// <exception cref="DevHostException">It is not there, too large, or did not come in time.</exception>
    internal static Task<Story> ReadAsync(string place, string published, CancellationToken cancellationToken) =>
        Uri.TryCreate(place, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? FetchAsync(new Uri(place), published, cancellationToken)
            : ReadFileAsync(place, published, cancellationToken);

    private static async Task<Story> ReadFileAsync(string path, string published, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return new Story(await ReadLimitedAsync(file, path, cancellationToken), "", Path.GetFileName(path), "", published);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DevHostException($"{path} cannot be read: {WhyNot(exception)}.");
        }
    }

    private static string WhyNot(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "it is a folder, or not for this user to read",
        _ => "the disk or the file system failed",
    };

    private static async Task<Story> FetchAsync(Uri address, string published, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = FetchLimit };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Truceline-DevHost", "0.1"));
        try
        {
            using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new DevHostException($"{address} answered {(int)response.StatusCode}.");
            }

            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var bytes = await ReadLimitedAsync(body, address.ToString(), cancellationToken);
            return new Story(bytes, response.Content.Headers.ContentType?.ToString() ?? "", "", address.ToString(), published);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new DevHostException($"{address} cannot be fetched: {exception.Message}");
        }
    }

    private static async Task<byte[]> ReadLimitedAsync(Stream stream, string place, CancellationToken cancellationToken)
    {
        var buffer = new byte[Largest + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= Largest ? buffer[..length] : throw new DevHostException($"{place} is larger than {Largest:N0} bytes; upload it (services/README.md).");
    }
}
