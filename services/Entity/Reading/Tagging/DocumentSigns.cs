namespace Truceline.Entity.Reading.Tagging;

/// <summary>What the rest of a document says of a capitalised word. The bits are part of the model's format.</summary>
[Flags]
internal enum DocumentSigns : byte
{
    None = 0,

    /// <summary>The word also stands in lower case.</summary>
    SeenLower = 1 << 0,

    /// <summary>It also stands with a capital in mid-sentence, beside words in lower case.</summary>
    SeenAsName = 1 << 1,

    /// <summary>It stands in a sentence whose words are mostly in capitals.</summary>
    Headline = 1 << 2,

    /// <summary>It stands in a sentence without any capital.</summary>
    NoCapitals = 1 << 3,

    /// <summary>It is the first word of the sentence.</summary>
    Opening = 1 << 4,
}
