using Truceline.Entity.V1;

namespace Truceline.Entity.Entities;

/// <summary>How much a name tells.</summary>
internal enum KeyStrength
{
    /// <summary>The knowledge base, the gazetteer or a vocabulary holds it: its id is given.</summary>
    Known,

    /// <summary>A full name.</summary>
    Full,

    /// <summary>A surname or an acronym alone, which many may share.</summary>
    Short,
}

/// <summary>What a thing is known by across reports.</summary>
/// <param name="Type">Kind of thing.</param>
/// <param name="Strength">How much the name tells.</param>
/// <param name="Value">Given id, or a digest of the name folded: what is stored beside evidence holds no name.</param>
/// <param name="ShortValue">Digest of the surname or acronym under which it may also be named; empty when there is none.</param>
/// <param name="Rule">Rule that the id comes from.</param>
internal sealed record EntityKey(EntityType Type, KeyStrength Strength, string Value, string ShortValue, string Rule);

/// <summary>Names of the rules by which ids are given, as callers see them.</summary>
internal static class IdentityRules
{
    internal const string Knowledge = "knowledge";
    internal const string Gazetteer = "gazetteer";
    internal const string Vocabulary = "vocabulary";
    internal const string FullName = "full_name";
    internal const string FullNameAndCountry = "full_name_and_country";
    internal const string ShortName = "short_name_in_context";
    internal const string OfItsDocument = "of_its_document";
    internal const string Split = "split";
}
