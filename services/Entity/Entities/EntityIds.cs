using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Entity.Entities;

/// <summary>
/// Ids of what no knowledge base holds: a type and a hash over what the thing is known by, so that they come out the same whatever the order of arrival, and
/// hold no name. Pure.
/// </summary>
internal static class EntityIds
{
    // 128 bits: that two of a thousand million meet by chance is less likely than one in 10^20.
    private const int Digits = 32;

    // No hexadecimal digit.
    private const string SplitMark = "s";

    /// <summary>Id that a document alone gives a thing; evidence of other documents may give it another.</summary>
    internal static string OfDocument(EntityKey key, string chainId) => key.Strength switch
    {
        KeyStrength.Known => key.Value,
        KeyStrength.Full => OfName(key),
        _ => Id(key.Type, Digest("document", key.Type, key.Value, chainId)),
    };

    /// <summary>Of a full name.</summary>
    internal static string OfName(EntityKey key) => Id(key.Type, key.Value);

    /// <summary>Of a full name that things of several countries bear.</summary>
    internal static string OfName(EntityKey key, string country) => Id(key.Type, Digest("name in country", key.Type, key.Value, country));

    /// <summary>Of what an analyst told apart.</summary>
    internal static string OfSplit(EntityType type, string correctionId) => Id(type, SplitMark + Digest("split", type, correctionId));

    /// <summary>Whether an analyst told it apart.</summary>
    internal static bool IsOfSplit(string entityId) =>
        entityId.Length > Digits + 1 && entityId[..^Digits].EndsWith("-" + SplitMark, StringComparison.Ordinal) && entityId[^Digits..].All(char.IsAsciiHexDigitLower);

    /// <summary>A digest of what something is known by.</summary>
    internal static string Digest(string purpose, EntityType type, params ReadOnlySpan<string> parts) =>
        ContentHash.Of([purpose, type.ToString(), .. parts])["sha256:".Length..][..Digits];

    private static string Id(EntityType type, string digest) => $"{type.ToString().ToLowerInvariant()}-{digest}";
}
