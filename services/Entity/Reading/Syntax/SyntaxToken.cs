namespace Truceline.Entity.Reading.Syntax;

/// <summary>What the parser says of a token.</summary>
/// <param name="Pos">Its part of speech.</param>
/// <param name="Head">Index in the sentence of the token that it depends on; -1 for the root.</param>
/// <param name="Relation">How it depends on it.</param>
internal readonly record struct SyntaxToken(UPos Pos, int Head, Relation Relation);
