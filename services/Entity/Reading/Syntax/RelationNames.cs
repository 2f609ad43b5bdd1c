using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Syntax;

/// <summary>The names of relations and tags as CoNLL-U writes them.</summary>
internal static class RelationNames
{
    private static readonly string[] Relations =
    [
        "dep", "root", "nsubj", "nsubj:pass", "csubj", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "case", "det", "amod", "nummod", "compound",
        "compound:prt", "flat", "fixed", "appos", "aux", "aux:pass", "cop", "neg", "mark", "advmod", "advcl", "acl", "acl:relcl", "ccomp", "xcomp", "conj", "cc",
        "parataxis", "expl", "punct",
    ];

    private static readonly string[] Tags =
    [
        "X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB",
    ];

    private static readonly FrozenDictionary<string, Relation> ByName =
        Relations.Select((name, i) => KeyValuePair.Create(name, (Relation)i)).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, UPos> TagByName =
        Tags.Select((name, i) => KeyValuePair.Create(name, (UPos)i)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Number of relations.</summary>
    public static int Count => Relations.Length;

    /// <summary>Number of tags.</summary>
    public static int TagCount => Tags.Length;

    /// <summary>E.g. "nsubj:pass".</summary>
    public static string Of(Relation relation) => Relations[(int)relation];

    /// <summary>E.g. "PROPN".</summary>
    public static string Of(UPos tag) => Tags[(int)tag];

    /// <summary>The relation of a name; of a subtype that is not known, that without it; otherwise "dep".</summary>
    public static Relation Parse(string name) =>
        ByName.TryGetValue(name, out var relation) ? relation
        : name.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? Parse(name[..colon])
        : Relation.Dep;

    /// <summary>The tag of a name; X for one that is not known.</summary>
    public static UPos ParseTag(string name) => TagByName.GetValueOrDefault(name);
}
