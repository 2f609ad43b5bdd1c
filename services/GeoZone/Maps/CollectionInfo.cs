namespace Truceline.GeoZone.Maps;

/// <summary>What is told of a collection before its features are read.</summary>
/// <param name="Id">Its id in paths, and the name of its layer in tiles.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Description">What its features are.</param>
/// <param name="Properties">Properties that its features may have, in order.</param>
/// <param name="HasVersions">Whether its features are versions, of which those of one time make a map: tiles show what is valid now unless asked for another time.</param>
internal sealed record CollectionInfo(string Id, string Title, string Description, IReadOnlyList<MapProperty> Properties, bool HasVersions = false);

/// <summary>A property of features, which is also the query parameter that selects by it.</summary>
/// <param name="Name">Name, lower case with underscores.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Description">What it says, with unit and range.</param>
/// <param name="Values">Every value it can have; null when they cannot be listed.</param>
internal sealed record MapProperty(string Name, PropertyKind Kind, string Description, IReadOnlyList<string>? Values = null);

/// <summary>Type of a property.</summary>
internal enum PropertyKind
{
    Text,

    /// <summary>A day, YYYY-MM-DD.</summary>
    Day,

    /// <summary>An instant, RFC 3339, UTC.</summary>
    Instant,
    Integer,
    Number,
    Truth,
}
