using System.Text.Json;

namespace Truceline.Entity.Training.Evaluations.Agreements;

/// <summary>The text of an agreement with the obligations that it sets.</summary>
internal sealed record AgreementCase(string Id, DateOnly Signed, IReadOnlyList<ExpectedObligation> Obligations)
{
    /// <summary>The text.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Pairs of a text and its obligations (<c>x.txt</c>, <c>x.json</c>) in a folder, by name.</summary>
    public static IEnumerable<AgreementCase> In(DirectoryInfo folder) =>
        from file in folder.EnumerateFiles("*.txt").OrderBy(f => f.Name, StringComparer.Ordinal)
        let json = new FileInfo(Path.ChangeExtension(file.FullName, ".json"))
        where json.Exists
        select JsonSerializer.Deserialize<AgreementCase>(File.ReadAllText(json.FullName), JsonSerializerOptions.Web)! with { Text = File.ReadAllText(file.FullName) };
}

/// <summary>One obligation as annotated.</summary>
internal sealed record ExpectedObligation(string N, string Modality, IReadOnlyList<string> Party, string Action, string Clause, IReadOnlyList<int> Span)
{
    public IReadOnlyList<string> Object { get; init; } = [];

    public IReadOnlyList<string> Area { get; init; } = [];

    public ExpectedTerm? From { get; init; }

    public ExpectedTerm? Start { get; init; }

    public ExpectedTerm? Deadline { get; init; }

    public string? Verification { get; init; }
}

/// <summary>A term in time as annotated.</summary>
internal sealed record ExpectedTerm(string? Value = null, string? Relative = null);
