using Truceline.Ingest.Stories.Signatures;
using Truceline.Ingest.V1;

namespace Truceline.Evaluation.NearDuplicates;

/// <summary>A text of the set.</summary>
/// <param name="Id">Its name in lists.</param>
/// <param name="Story">Texts with the same story are copies of each other, all others are not.</param>
/// <param name="How">How it was made.</param>
/// <param name="Report">The text as it arrives.</param>
internal sealed record LabelledText(string Id, string Story, string How, Report Report)
{
    /// <summary>What it is compared by.</summary>
    internal StorySignature Signature { get; } = StorySignature.Of(Report);
}

/// <summary>A free text that copies are made of.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="Paragraphs">Its paragraphs.</param>
internal sealed record BaseText(string Name, IReadOnlyList<string> Paragraphs)
{
    /// <summary>Number of words.</summary>
    internal int Words => Paragraphs.Sum(Prose.Words);
}
