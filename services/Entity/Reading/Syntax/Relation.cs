namespace Truceline.Entity.Reading.Syntax;

/// <summary>
/// How a token depends on its head: the relations of Universal Dependencies 2 (universaldependencies.org/u/dep) that claims need. It departs from them thrice: the last word of a
/// name is its head and the others are <see cref="Compound"/>; "not" and "never" are <see cref="Neg"/>, as in version 1; a verb of saying is the head of what is said
/// before or after it (<see cref="Ccomp"/>) and its <see cref="Parataxis"/> when it stands in the midst. The order is part of the model's format.
/// </summary>
internal enum Relation : byte
{
    /// <summary>Some other dependency.</summary>
    Dep,

    /// <summary>The head of the sentence.</summary>
    Root,

    /// <summary>Subject of an active verb or of a predicate.</summary>
    Nsubj,

    /// <summary>Subject of a passive verb: whom it befalls.</summary>
    NsubjPass,

    /// <summary>Clause as subject.</summary>
    Csubj,

    /// <summary>Object.</summary>
    Obj,

    /// <summary>Indirect object.</summary>
    Iobj,

    /// <summary>Adjunct of a verb, mostly with a preposition; times without one too.</summary>
    Obl,

    /// <summary>The doer in a passive clause ("by gunmen").</summary>
    OblAgent,

    /// <summary>Noun with a preposition under a noun.</summary>
    Nmod,

    /// <summary>Owner.</summary>
    NmodPoss,

    /// <summary>Preposition under its noun; the possessive ending.</summary>
    Case,

    /// <summary>Determiner.</summary>
    Det,

    /// <summary>Adjective under a noun.</summary>
    Amod,

    /// <summary>Number under a noun.</summary>
    Nummod,

    /// <summary>Noun or part of a name under the noun that it stands before.</summary>
    Compound,

    /// <summary>Particle of a verb ("broke out").</summary>
    CompoundPrt,

    /// <summary>Later part of a name or date that has no head.</summary>
    Flat,

    /// <summary>Later word of a fixed phrase ("according to", "as well as").</summary>
    Fixed,

    /// <summary>Noun that says of another what it is.</summary>
    Appos,

    /// <summary>Auxiliary or modal.</summary>
    Aux,

    /// <summary>Auxiliary of the passive.</summary>
    AuxPass,

    /// <summary>Form of "be" under its predicate.</summary>
    Cop,

    /// <summary>"not", "never".</summary>
    Neg,

    /// <summary>Word that opens a clause ("that", "after", infinitive's "to").</summary>
    Mark,

    /// <summary>Adverb.</summary>
    Advmod,

    /// <summary>Clause under a verb, neither subject nor object.</summary>
    Advcl,

    /// <summary>Participle or infinitive under a noun; clause that says what the noun is.</summary>
    Acl,

    /// <summary>Relative clause.</summary>
    AclRelcl,

    /// <summary>Clause with a subject of its own as object; what is said.</summary>
    Ccomp,

    /// <summary>Predicate whose subject is the governing verb's subject or object.</summary>
    Xcomp,

    /// <summary>Later member of a coordination, under the first.</summary>
    Conj,

    /// <summary>Conjunction, under the member that follows.</summary>
    Cc,

    /// <summary>Clause beside another: a verb of saying in the midst, a clause after a semicolon.</summary>
    Parataxis,

    /// <summary>"there", "it" without meaning.</summary>
    Expl,

    /// <summary>Punctuation.</summary>
    Punct,
}
