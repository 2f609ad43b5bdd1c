using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Truceline.Entity.Entities;

/// <summary>Which known entities a report names beside a name that is not known: by them it is told who of several a surname means. Pure.</summary>
internal static class ReportContext
{
    // A report on a summit names hundreds; those it names first tell most.
    private const int Most = 32;

    /// <summary>The context as hashes of ids, sorted. Nationalities, weapons and states as such are in too many reports to tell anything.</summary>
    internal static IReadOnlyList<ulong> Of(IEnumerable<(EntityKey Key, string Kind)> named) =>
        [.. named.Where(n => n.Key.Strength == KeyStrength.Known && IsTelling(n.Key, n.Kind)).Select(n => Hash(n.Key.Value)).Distinct().Take(Most).Order()];

    /// <summary>As it is stored.</summary>
    internal static byte[] ToBytes(IReadOnlyList<ulong> hashes)
    {
        var bytes = new byte[hashes.Count * sizeof(ulong)];
        for (var i = 0; i < hashes.Count; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)), hashes[i]);
        }

        return bytes;
    }

    /// <summary>From how it is stored.</summary>
    internal static IReadOnlyList<ulong> FromBytes(byte[] bytes)
    {
        var hashes = new ulong[bytes.Length / sizeof(ulong)];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)));
        }

        return hashes;
    }

    /// <summary>A hash that stays the same for ever.</summary>
    internal static ulong Hash(string text) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(text));

    private static bool IsTelling(EntityKey key, string kind) => kind != "country" && key.Type is not (V1.EntityType.Nationality
        or V1.EntityType.Weapon or V1.EntityType.MilitaryPlatform or V1.EntityType.Vehicle);
}
