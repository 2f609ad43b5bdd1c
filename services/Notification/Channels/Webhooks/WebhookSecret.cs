using System.Security.Cryptography;

namespace Truceline.Notification.Channels.Webhooks;

/// <summary>The secret that signs a subscriber's messages: "whsec_" and base64 of 24 to 64 bytes (Standard Webhooks).</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int Shortest = 24;
    private const int Longest = 64;

    /// <summary>A new secret of 32 random bytes.</summary>
    internal static string Create() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>The key in a secret; null when it is none.</summary>
    internal static byte[]? Parse(string secret)
    {
        // Base64 of the longest key has 88 characters.
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal) || secret.Length > Prefix.Length + 88)
        {
            return null;
        }

        Span<byte> key = stackalloc byte[Longest + 2];
        return Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length) && length is >= Shortest and <= Longest
            ? key[..length].ToArray()
            : null;
    }
}
