namespace Truceline.Entity.Reading.Syntax;

/// <summary>
/// A move of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011): 0 shifts the next token; 1 + r hangs the top of the stack under the next token by relation r;
/// 1 + relations + r hangs it under the token below it.
/// </summary>
internal static class Move
{
    /// <summary>Shifts the next token on to the stack.</summary>
    public const int Shift = 0;

    /// <summary>Number of moves.</summary>
    public static readonly int Count = 1 + (2 * RelationNames.Count);

    /// <summary>Hangs the top of the stack under the next token.</summary>
    public static int Left(Relation relation) => 1 + (int)relation;

    /// <summary>Hangs the top of the stack under the token below it.</summary>
    public static int Right(Relation relation) => 1 + RelationNames.Count + (int)relation;

    /// <summary>Whether a move is one of the left.</summary>
    public static bool IsLeft(int move) => move > Shift && move <= RelationNames.Count;

    /// <summary>The relation that a move makes; not to be asked of the shift.</summary>
    public static Relation RelationOf(int move) => (Relation)((move - 1) % RelationNames.Count);
}
