namespace Truceline.Entity.Reading.Tagging;

/// <summary>
/// The network's numbers. A token's hidden units are the rectified sum of rows: of the words around it, each by its position; of phrases,
/// of signs in the document and of the profile. A matrix of the profile makes label scores of them.
/// </summary>
internal sealed class NetworkWeights(NetworkShape shape)
{
    public NetworkShape Shape { get; } = shape;

    /// <summary>Vectors of hashed features, [2^BagBits][BagLength].</summary>
    public float[] Bag { get; } = new float[(1 << shape.BagBits) * shape.BagLength];

    /// <summary>Word inputs to hidden units, [Window][Inputs][Hidden].</summary>
    public float[] Input { get; } = new float[NetworkShape.Window * shape.Inputs * shape.Hidden];

    /// <summary>What stands beyond a sentence's ends, [Window][Hidden].</summary>
    public float[] Padding { get; } = new float[NetworkShape.Window * shape.Hidden];

    /// <summary>[PhraseWindow][PhraseRows][Hidden].</summary>
    public float[] Phrases { get; } = new float[NetworkShape.PhraseWindow * NetworkShape.PhraseRows * shape.Hidden];

    /// <summary>[DocumentRows][Hidden].</summary>
    public float[] Document { get; } = new float[NetworkShape.DocumentRows * shape.Hidden];

    /// <summary>[Profiles][Hidden].</summary>
    public float[] Profile { get; } = new float[NetworkShape.Profiles * shape.Hidden];

    /// <summary>[Profiles][Hidden + 1][RowLength]; the last row is added whatever the units say.</summary>
    public float[] Output { get; } = new float[NetworkShape.Profiles * (shape.Hidden + 1) * TagLabel.RowLength];

    /// <summary>Score of a label after another, [Profiles][Count][RowLength].</summary>
    public float[] Transition { get; } = new float[NetworkShape.Profiles * TagLabel.Count * TagLabel.RowLength];

    /// <summary>All parts, in the order of the file.</summary>
    public IEnumerable<float[]> Parts => [Bag, Input, Padding, Phrases, Document, Profile, Output, Transition];

    /// <summary>Row of an input of the word at a position of the window.</summary>
    public Span<float> InputRow(int position, int input) =>
        Input.AsSpan(((position * Shape.Inputs) + input) * Shape.Hidden, Shape.Hidden);

    public Span<float> PaddingRow(int position) => Padding.AsSpan(position * Shape.Hidden, Shape.Hidden);

    public Span<float> PhraseRow(int position, int row) =>
        Phrases.AsSpan(((position * NetworkShape.PhraseRows) + row) * Shape.Hidden, Shape.Hidden);

    public Span<float> DocumentRow(int row) => Document.AsSpan(row * Shape.Hidden, Shape.Hidden);

    public Span<float> ProfileRow(TaggingProfile profile) => Profile.AsSpan((int)profile * Shape.Hidden, Shape.Hidden);

    public Span<float> BagRow(int feature) => Bag.AsSpan(feature * Shape.BagLength, Shape.BagLength);

    public Span<float> OutputOf(TaggingProfile profile)
    {
        var length = (Shape.Hidden + 1) * TagLabel.RowLength;
        return Output.AsSpan((int)profile * length, length);
    }

    public Span<float> TransitionOf(TaggingProfile profile)
    {
        const int Length = TagLabel.Count * TagLabel.RowLength;
        return Transition.AsSpan((int)profile * Length, Length);
    }
}
