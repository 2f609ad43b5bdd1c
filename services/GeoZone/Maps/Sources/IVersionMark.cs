namespace Truceline.GeoZone.Maps.Sources;

/// <summary>Tells whether lines or zones changed.</summary>
internal interface IVersionMark
{
    /// <summary>The last change of any line or zone; counts up.</summary>
    Task<long> LastAsync(CancellationToken cancellationToken);
}
