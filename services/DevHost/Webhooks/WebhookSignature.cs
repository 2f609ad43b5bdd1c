using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Truceline.DevHost.Webhooks;

/// <summary>
/// Checks signatures as the Standard Webhooks specification says: HMAC-SHA256 over "id.timestamp.body", base64, prefixed "v1,"; several
/// signatures stand apart by spaces and one that fits is enough; the timestamp (Unix seconds) is at most five minutes off. Pure.
/// </summary>
internal static class WebhookSignature
{
    private const string SecretPrefix = "whsec_";
    private const string SignaturePrefix = "v1,";
    private const int SecretBytes = 32;
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>A fresh random secret in the form that subscriptions take.</summary>
    internal static string NewSecret() => SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Whether a message was signed with the secret, lately.</summary>
    internal static bool IsValid(string secret, string id, string timestamp, ReadOnlySpan<byte> body, string signatures, DateTimeOffset now)
    {
        if (id.Length == 0
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - (double)seconds) > Tolerance.TotalSeconds)
        {
            return false;
        }

        var expected = Sign(secret, id, timestamp, body);
        return signatures.Split(' ').Any(given => given.StartsWith(SignaturePrefix, StringComparison.Ordinal)
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given[SignaturePrefix.Length..]), expected));
    }

    private static byte[] Sign(string secret, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Convert.FromBase64String(secret[SecretPrefix.Length..]));
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        return Encoding.ASCII.GetBytes(Convert.ToBase64String(hmac.GetHashAndReset()));
    }
}
