using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Training.Tagging;

/// <summary>An encoded sentence and where it stands among the tokens of its document.</summary>
internal sealed record TrainingSentence(int FirstToken, int[] Words, uint[] Phrases, DocumentSigns[] Signs)
{
    /// <summary>Number of its tokens.</summary>
    public int Count => Words.Length;
}
