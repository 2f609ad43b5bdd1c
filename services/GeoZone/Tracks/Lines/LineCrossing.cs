namespace Truceline.GeoZone.Tracks.Lines;

/// <summary>Which way a line was crossed.</summary>
/// <param name="IsToRight">Whether from its left hand to its right hand.</param>
/// <param name="FromPartyId">The party on whose side the object was; empty when none is named.</param>
/// <param name="ToPartyId">The party to whose side it came.</param>
internal sealed record LineCrossing(bool IsToRight, string FromPartyId, string ToPartyId);
