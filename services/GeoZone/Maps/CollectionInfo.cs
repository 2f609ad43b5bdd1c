namespace Truceline.GeoZone.Maps;

/// <summary>What is told of a collection before its features are read.</summary>
/// <param name="Id">Its id in paths, and the name of its layer in tiles.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Description">What its features are.</param>
/// <param name="Properties">Properties that its features may have, in order.</param>
internal sealed record CollectionInfo(string Id, string Title, string Description, IReadOnlyList<MapProperty> Properties);

/// <summary>A property of features, which is also the query parameter that selects by it.</summary>
/// <param name="Name">Name, lower case with underscores.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Description">What it says, with unit and range.</param>
internal sealed record MapProperty(string Name, PropertyKind Kind, string Description);

/// <summary>Type of a property.</summary>
internal enum PropertyKind
{
    Text,
    Integer,
    Number,
    Truth,
}
