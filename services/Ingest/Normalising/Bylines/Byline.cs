namespace Truceline.Ingest.Normalising;

/// <summary>Who wrote, as a byline or a credit names them.</summary>
/// <param name="Names">Persons, in the order in which they stand.</param>
/// <param name="Agency">Agency among them by its usual name; empty when there is none.</param>
internal sealed record Byline(IReadOnlyList<string> Names, string Agency)
{
    /// <summary>Nobody.</summary>
    internal static Byline Nobody { get; } = new([], "");
}
