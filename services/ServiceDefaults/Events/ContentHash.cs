using System.Security.Cryptography;
using System.Text;

namespace Truceline.ServiceDefaults.Events;

/// <summary>Ids for what must come out the same whatever the order of arrival.</summary>
public static class ContentHash
{
    /// <summary>
    /// "sha256:" and 64 lower-case hexadecimal digits over the parts, each preceded by its length in bytes so that no two lists of parts collide.
    /// </summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
