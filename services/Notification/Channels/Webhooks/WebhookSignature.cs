using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Truceline.Notification.Channels.Webhooks;

/// <summary>Signs webhooks (Standard Webhooks 1.0, symmetric scheme). Pure.</summary>
internal static class WebhookSignature
{
    /// <summary>Header with the id of the message, the same on every attempt.</summary>
    internal const string IdHeader = "webhook-id";

    /// <summary>Header with the time of the attempt, in seconds since 1970.</summary>
    internal const string TimestampHeader = "webhook-timestamp";

    /// <summary>Header with the signature.</summary>
    internal const string SignatureHeader = "webhook-signature";

    /// <summary>"v1," and base64 of HMAC-SHA256 over "id.timestamp.body".</summary>
    /// <param name="key">Key, as <see cref="WebhookSecret.Parse"/> gives it.</param>
    /// <param name="id">Id of the message.</param>
    /// <param name="timestamp">Time of the attempt, in seconds since 1970.</param>
    /// <param name="body">The body as it is sent.</param>
    internal static string Sign(byte[] key, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")));
        hmac.AppendData(body);
        return "v1," + Convert.ToBase64String(hmac.GetHashAndReset());
    }
}
