namespace Truceline.Ingest.UnitTests.Stories.Signatures;

/// <summary>Stories that were made up for these tests.</summary>
internal static class Texts
{
    /// <summary>An agency story.</summary>
    internal static readonly string Convoy = Read("copies.txt")[0].Text;

    /// <summary>Reads a file of blocks that begin with a line "== name / kind".</summary>
    internal static (string Name, string Kind, string Text)[] Read(string file) =>
    [
        .. File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Stories", "Signatures", "Data", file)).Split("\n== ").Skip(1).Select(block =>
        {
            var end = block.IndexOf('\n', StringComparison.Ordinal);
            var head = block[..end].Split(" / ", 2);
            return (head[0], head[1], block[(end + 1)..].Trim());
        }),
    ];
}
