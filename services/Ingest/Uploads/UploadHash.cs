using System.Security.Cryptography;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Uploads;

/// <summary>Tells whether what came is what was announced.</summary>
internal static class UploadHash
{
    private const int BufferBytes = 128 * 1024;

    /// <summary>SHA-256 of all bytes, lower-case hexadecimal.</summary>
    internal static async Task<string> OfAsync(Stream bytes, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await bytes.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What is wrong with the bytes; null when nothing is.</summary>
    internal static UploadFault? Check(Upload announced, string sha256) => announced.Sha256.Length == 0 || announced.Sha256 == sha256
        ? null
        : new UploadFault
        {
            Reason = "DIGEST_MISMATCH",
            Path = "document",
            Description = $"The SHA-256 of what came is {sha256}, announced was {announced.Sha256}. Send the file again as a new upload.",
        };
}
