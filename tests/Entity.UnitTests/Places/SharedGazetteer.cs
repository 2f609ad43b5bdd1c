using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.UnitTests.Places;

/// <summary>One gazetteer for all tests: it is immutable.</summary>
internal static class SharedGazetteer
{
    public static readonly Gazetteer Instance = Gazetteer.Load();
}
