namespace Truceline.Ingest.Stories.Revisions;

/// <summary>Puts versions into the order in which they were published.</summary>
internal static class VersionOrder
{
    /// <summary>The versions of one report in the order of publication.</summary>
    /// <param name="versions">The versions in any order.</param>
    internal static List<KnownVersion> Of(IEnumerable<KnownVersion> versions)
    {
        var ordered = new List<KnownVersion>();
        foreach (var version in versions.OrderBy(v => v.Revision))
        {
            ordered.Insert(PlaceOf(version, ordered), version);
        }

        return ordered;
    }

    /// <summary>Where a version that comes now stands among those that came before.</summary>
    /// <param name="version">The version.</param>
    /// <param name="ordered">The others, in the order of publication.</param>
    internal static int PlaceOf(KnownVersion version, IReadOnlyList<KnownVersion> ordered)
    {
        var place = ordered.Count;
        while (place > 0 && version.IsBefore(ordered[place - 1]))
        {
            place--;
        }

        return place;
    }
}
