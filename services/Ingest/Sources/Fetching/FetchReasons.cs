using System.Globalization;

namespace Truceline.Ingest.Sources.Fetching;

/// <summary>Stable reasons why a fetch failed. Beside them stand the reasons for which documents are refused, e.g. <c>MALFORMED</c>, <c>UNKNOWN_FORMAT</c>.</summary>
internal static class FetchReasons
{
    /// <summary>The host's name has no address.</summary>
    internal const string NameUnknown = "NAME_UNKNOWN";

    /// <summary>The server can't be reached, or ended the connection before its answer.</summary>
    internal const string Connection = "CONNECTION_FAILED";

    /// <summary>The server's certificate or its TLS does not hold.</summary>
    internal const string Tls = "TLS_FAILED";

    /// <summary>The server's answer is not HTTP.</summary>
    internal const string Protocol = "PROTOCOL_ERROR";

    /// <summary>It took too long.</summary>
    internal const string Timeout = "TIMEOUT";

    /// <summary>The host has an address that must not be reached.</summary>
    internal const string AddressRefused = "ADDRESS_REFUSED";

    /// <summary>The scheme is neither http nor https, or there is a user name.</summary>
    internal const string UrlRefused = "URL_REFUSED";

    /// <summary>The port must not be reached.</summary>
    internal const string PortRefused = "PORT_REFUSED";

    /// <summary>A redirect without a usable target.</summary>
    internal const string RedirectInvalid = "REDIRECT_INVALID";

    /// <summary>A redirect back to where it came from.</summary>
    internal const string RedirectLoop = "REDIRECT_LOOP";

    /// <summary>More redirects than are followed.</summary>
    internal const string TooManyRedirects = "TOO_MANY_REDIRECTS";

    /// <summary>The host asked to be left alone for longer than a fetch may take.</summary>
    internal const string HostPaused = "HOST_PAUSED";

    /// <summary>The body, or what its header says of it, is too large.</summary>
    internal const string BodyTooLarge = "BODY_TOO_LARGE";

    /// <summary>The body grows too much when it is decompressed.</summary>
    internal const string BodyExpands = "BODY_EXPANDS_TOO_MUCH";

    /// <summary>The connection ended before the body did.</summary>
    internal const string BodyTruncated = "BODY_TRUNCATED";

    /// <summary>The body can't be decompressed.</summary>
    internal const string BodyMalformed = "BODY_MALFORMED";

    /// <summary>The body is in an encoding that was not asked for.</summary>
    internal const string EncodingUnsupported = "ENCODING_UNSUPPORTED";

    /// <summary>The body is empty.</summary>
    internal const string BodyEmpty = "BODY_EMPTY";

    /// <summary>The document is not in the format that the source must have.</summary>
    internal const string UnexpectedFormat = "UNEXPECTED_FORMAT";

    /// <summary>The document could not be stored.</summary>
    internal const string StoreFailed = "STORE_FAILED";

    /// <summary>A status that is neither success nor redirect, e.g. <c>HTTP_503</c>.</summary>
    internal static string Http(int status) => string.Create(CultureInfo.InvariantCulture, $"HTTP_{status}");
}
