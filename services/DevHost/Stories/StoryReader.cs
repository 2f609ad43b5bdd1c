using System.Net.Http.Headers;
using System.Text;

namespace Truceline.DevHost.Stories;

/// <summary>Fetches a story from a file or an http(s) address: UTF-8 (or the charset that the server names), at most 524,288 bytes.</summary>
internal static class StoryReader
{
    private const int LargestStory = 524_288;
    private static readonly TimeSpan FetchLimit = TimeSpan.FromSeconds(20);

    /// <summary>Reads a story.</summary>
    /// <exception cref="DevHostException">It is not there, too large, not text, or did not come in time.</exception>
    internal static Task<Story> ReadAsync(string place, string published, CancellationToken cancellationToken) =>
        Uri.TryCreate(place, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? FetchAsync(new Uri(place), published, cancellationToken)
            : ReadFileAsync(place, published, cancellationToken);

    private static async Task<Story> ReadFileAsync(string path, string published, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            var text = Decode(await ReadLimitedAsync(file, path, cancellationToken), Encoding.UTF8, path);
            var isPage = Path.GetExtension(path).ToUpperInvariant() is ".HTML" or ".HTM" or ".XHTML";
            return new Story(text, isPage ? "text/html" : "text/plain", "", published);
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
            var type = response.Content.Headers.ContentType;
            var bytes = await ReadLimitedAsync(body, address.ToString(), cancellationToken);
            return new Story(
                Decode(bytes, Charset(type), address.ToString()), MediaType(type, address), address.ToString(), published);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new DevHostException($"{address} cannot be fetched: {exception.Message}");
        }
    }

    private static string MediaType(MediaTypeHeaderValue? type, Uri address) => type?.MediaType switch
    {
        "text/html" or "application/xhtml+xml" => "text/html",
        null or "text/plain" => "text/plain",
        var other => throw new DevHostException($"{address} is {other}, neither plain text nor HTML."),
    };

    private static Encoding Charset(MediaTypeHeaderValue? type)
    {
        try
        {
            return type?.CharSet is { Length: > 0 } name ? Encoding.GetEncoding(name.Trim('"')) : Encoding.UTF8;
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    private static async Task<byte[]> ReadLimitedAsync(Stream stream, string place, CancellationToken cancellationToken)
    {
        var buffer = new byte[LargestStory + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= LargestStory ? buffer[..length] : throw new DevHostException($"{place} is larger than {LargestStory:N0} bytes.");
    }

    private static string Decode(byte[] bytes, Encoding encoding, string place)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            var preamble = strict.GetPreamble();
            var start = preamble.Length > 0 && bytes.AsSpan().StartsWith(preamble) ? preamble.Length : 0;
            return strict.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException)
        {
            throw new DevHostException($"{place} is not text in {encoding.WebName}.");
        }
    }
}
