using Truceline.Entity.Reading.Syntax;

namespace Truceline.Entity.Reading.Claims.Grammar;

/// <summary>The parser and the clusters of words that it knows. Immutable; safe to share between threads.</summary>
/// <param name="Parser">Tells parts of speech and what depends on what.</param>
/// <param name="Clusters">Words that are used alike.</param>
internal sealed record SyntaxReader(SyntaxParser Parser, WordClusters Clusters)
{
    /// <summary>Loads the model that the assembly holds; takes some tens of milliseconds, so do it once.</summary>
    public static SyntaxReader Load()
    {
        using var stream = DataFile.Open("syntax.model");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var model = SyntaxModelFile.Read(bytes);
        return new SyntaxReader(new SyntaxParser(model), model.Clusters);
    }
}
