using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>Where the annotated texts are by which claims are judged.</summary>
/// <param name="Folder">Folder with <c>Challenge</c> and <c>Stories</c>; null: the repository's, looked for above the working folder.</param>
/// <param name="Unseen">Those that no rule was written on; only totals are given.</param>
/// <param name="Misses">Whether to print what was not read as expected; never of the unseen.</param>
internal sealed record JudgingSets(DirectoryInfo? Folder, bool Unseen, bool Misses)
{
    /// <summary>Part of the challenge set; the texts of "unseen" and "validation" are never printed.</summary>
    public ChallengePart Part { get; init; } = Unseen ? ChallengePart.Unseen : ChallengePart.Open;

    private const string InRepository = "tests/Entity.UnitTests";

    /// <summary>Path of a set.</summary>
    /// <exception cref="DirectoryNotFoundException">No folder was given and the working folder is not in the repository.</exception>
    public string PathOf(string set)
    {
        for (var folder = Folder is null ? new DirectoryInfo(Environment.CurrentDirectory) : null; folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, InRepository, set);
            if (Directory.Exists(path))
                return path;
        }
        return Folder is not null ? Path.Combine(Folder.FullName, set) : throw new DirectoryNotFoundException($"No {InRepository}/{set} above {Environment.CurrentDirectory}.");
    }
}
