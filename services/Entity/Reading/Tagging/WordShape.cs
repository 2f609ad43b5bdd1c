namespace Truceline.Entity.Reading.Tagging;

/// <summary>What a word looks like. The bits are part of the model's format; each is one input of the network.</summary>
[Flags]
internal enum WordShape : uint
{
    None = 0,
    Lower = 1 << 0,
    Capitalised = 1 << 1,
    AllCapitals = 1 << 2,
    MixedCase = 1 << 3,
    SingleCapital = 1 << 4,
    HasDigit = 1 << 5,
    AllDigits = 1 << 6,
    Hyphen = 1 << 7,
    Stop = 1 << 8,
    Apostrophe = 1 << 9,
    Possessive = 1 << 10,
    OtherScript = 1 << 11,
    Comma = 1 << 12,
    FullStop = 1 << 13,
    Colon = 1 << 14,
    Dash = 1 << 15,
    Quote = 1 << 16,
    Opening = 1 << 17,
    Closing = 1 << 18,
    OtherMark = 1 << 19,
    Article = 1 << 20,
    CapitalAfterHyphen = 1 << 21,
}
