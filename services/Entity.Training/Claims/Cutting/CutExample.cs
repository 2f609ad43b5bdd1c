using Truceline.Entity.Reading.Claims.Cutting;

namespace Truceline.Entity.Training.Claims.Cutting;

/// <summary>A sentence to learn from: the places where it may be cut, how it is cut, and the names of the features of every beginning, end and stretch.</summary>
/// <param name="Stretches">The right stretches in order: indexes of places and kind; together they cover the sentence.</param>
/// <param name="Starts">Features of a stretch that begins at a place.</param>
/// <param name="Ends">Features of a stretch that ends at a place.</param>
/// <param name="Within">Features of the stretch between two places; null where none is considered.</param>
internal sealed record CutExample(IReadOnlyList<(int First, int End, StretchKind Kind)> Stretches, int[][] Starts, int[][] Ends, int[]?[][] Within)
{
    /// <summary>Number of places.</summary>
    public int Count => Starts.Length;
}
