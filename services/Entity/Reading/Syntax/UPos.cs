namespace Truceline.Entity.Reading.Syntax;

/// <summary>Parts of speech: the universal tags of Universal Dependencies 2. The order is part of the model's format.</summary>
internal enum UPos : byte
{
    /// <summary>Nothing of the kind: foreign or broken words.</summary>
    X,

    /// <summary>Adjective ("heavy"); ordinals too.</summary>
    Adj,

    /// <summary>Preposition or particle of a verb ("near", "off").</summary>
    Adp,

    /// <summary>Adverb ("reportedly").</summary>
    Adv,

    /// <summary>Auxiliary, modal or copula ("was", "will").</summary>
    Aux,

    /// <summary>Coordinating conjunction ("and").</summary>
    Cconj,

    /// <summary>Article or other determiner ("the", "both").</summary>
    Det,

    /// <summary>Interjection.</summary>
    Intj,

    /// <summary>Common noun.</summary>
    Noun,

    /// <summary>Number, in figures or words.</summary>
    Num,

    /// <summary>Infinitive's "to", "not", the possessive ending.</summary>
    Part,

    /// <summary>Pronoun; possessive and relative ones too.</summary>
    Pron,

    /// <summary>Proper noun, each of its words.</summary>
    Propn,

    /// <summary>Punctuation, and signs such as "%".</summary>
    Punct,

    /// <summary>Subordinating conjunction ("that", "after" before a clause).</summary>
    Sconj,

    /// <summary>Sign; the parser marks signs as punctuation.</summary>
    Sym,

    /// <summary>Full verb, finite or not.</summary>
    Verb,
}
