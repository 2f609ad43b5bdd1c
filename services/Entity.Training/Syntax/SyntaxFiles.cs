using Truceline.Entity.UnitTests.Syntax;

namespace Truceline.Entity.Training.Syntax;

/// <summary>The annotated sentences that come with the trainer.</summary>
internal static class SyntaxFiles
{
    /// <summary>Trees annotated by hand to train on.</summary>
    public static FileInfo Written { get; } = Beside("written.conllu");

    /// <summary>Trees annotated by hand to score by; never trained on.</summary>
    public static FileInfo Gold { get; } = Beside("gold.conllu");

    /// <summary>The sentences to score by.</summary>
    public static TreeExample[] GoldTrees() => [.. ConlluFile.Read(Gold.FullName)];

    private static FileInfo Beside(string name) => new(Path.Combine(AppContext.BaseDirectory, "Syntax", name));
}
