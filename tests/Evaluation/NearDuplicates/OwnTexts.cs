namespace Truceline.Evaluation.NearDuplicates;

/// <summary>The texts that were written for this project's tests, by name and kind.</summary>
internal static class OwnTexts
{
    /// <summary>Reads a file of blocks that begin with a line "== name / kind".</summary>
    internal static IReadOnlyList<(string Name, string Kind, string Text)> Read(string file) =>
    [
        .. File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "NearDuplicates", file)).Split("\n== ").Skip(1).Select(block =>
        {
            var end = block.IndexOf('\n', StringComparison.Ordinal);
            var head = block[..end].Split(" / ", 2);
            return (head[0], head[1], block[(end + 1)..].Trim());
        }),
    ];
}
