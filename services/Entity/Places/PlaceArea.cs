using Truceline.Type.V1;

namespace Truceline.Entity.Places;

/// <summary>The area of an administrative division.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parts">Its parts, simplified.</param>
/// <param name="ToleranceM">By how much simplification may have moved the border, in metres.</param>
/// <param name="Source">Where the border is from, with licence.</param>
internal sealed record PlaceArea(string Name, IReadOnlyList<Polygon> Parts, double ToleranceM, string Source);
