namespace Truceline.Entity.Reading.Syntax;

/// <summary>Asks a tree for clauses: who is the subject of a verb, what is under it, whether it is passive or denied. Every answer takes time in proportion to the depth of the tree.</summary>
internal static class Clauses
{
    /// <summary>Whether a token heads a clause: a verb, or a predicate with a copula or subject.</summary>
    public static bool IsPredicate(this SentenceTree tree, int token) => tree.RelationOf(token) switch
    {
        Relation.Aux or Relation.AuxPass or Relation.Cop or Relation.Amod or Relation.Compound or Relation.Case or Relation.Mark => false,
        Relation.Root or Relation.Ccomp or Relation.Xcomp or Relation.Advcl or Relation.Acl or Relation.AclRelcl or Relation.Parataxis or Relation.Csubj => true,
        _ => tree.PosOf(token) == UPos.Verb || tree.ChildOf(token, Relation.Nsubj) >= 0 || tree.ChildOf(token, Relation.Cop) >= 0,
    };

    /// <summary>The predicate of the clause that a token stands in: itself when it is one. The root when there is none between; -1 without tokens.</summary>
    public static int ClauseOf(this SentenceTree tree, int token)
    {
        for (var i = token; i >= 0; i = tree.HeadOf(i))
        {
            if (tree.IsPredicate(i))
                return i;
        }
        return tree.Root;
    }

    /// <summary>The nearest verb above a token; -1 when there is none.</summary>
    public static int GoverningVerb(this SentenceTree tree, int token)
    {
        for (var i = tree.HeadOf(token); i >= 0; i = tree.HeadOf(i))
        {
            if (tree.PosOf(i) == UPos.Verb || tree.IsPredicate(i))
                return i;
        }
        return -1;
    }

    /// <summary>Range [First, End) of a clause: from its first token to its last, clauses within it included.</summary>
    public static (int First, int End) ClauseSpan(this SentenceTree tree, int token) => tree.SpanOf(tree.ClauseOf(token));

    /// <summary>Whether a verb is passive: with its auxiliary or a passive subject, or a participle under a noun that ends as the past does ("the town held by rebels").</summary>
    public static bool IsPassive(this SentenceTree tree, int verb)
    {
        for (; verb >= 0; verb = tree.HeadOf(verb))
        {
            if (tree.ChildOf(verb, Relation.AuxPass) >= 0 || tree.ChildOf(verb, Relation.NsubjPass) >= 0 || tree.ChildOf(verb, Relation.OblAgent) >= 0)
                return true;
            if (tree.RelationOf(verb) is Relation.Acl or Relation.Amod)
                return tree.PosOf(verb) == UPos.Verb && tree.ChildOf(verb, Relation.Mark) < 0 && !IsIng(tree.WordOf(verb));
            // "was hit and destroyed": the second verb has no auxiliary of its own.
            if (tree.RelationOf(verb) != Relation.Conj || tree.ChildOf(verb, Relation.Nsubj) >= 0 || tree.ChildOf(verb, Relation.Aux) >= 0
                || tree.ChildOf(verb, Relation.Obj) >= 0 || !LooksPast(tree.WordOf(verb)))
                return false;
        }
        return false;
    }

    /// <summary>
    /// The subject of a verb, as the grammar gives it: its own, or that of the verb that it is coordinated with or complements, the object of the verb that controls it, the noun that its
    /// relative or participial clause stands under. -1 when there is none. For a passive verb it is whom the deed befalls.
    /// </summary>
    public static int SubjectOf(this SentenceTree tree, int verb)
    {
        for (var steps = 0; verb >= 0 && steps < tree.Count; steps++)
        {
            if (OwnSubject(tree, verb) is var own and >= 0)
                return Resolve(tree, verb, own);
            var head = tree.HeadOf(verb);
            switch (tree.RelationOf(verb))
            {
                case Relation.AclRelcl or Relation.Acl:
                    return tree.RelationOf(verb) == Relation.AclRelcl || tree.ChildOf(verb, Relation.Mark) < 0 ? head : -1;
                case Relation.Xcomp when head >= 0 && Controller(tree, head, verb) is var controller and >= 0:
                    return controller;
                case Relation.Xcomp or Relation.Conj or Relation.Advcl when head >= 0 && tree.IsPredicate(head):
                    verb = head;
                    break;
                default:
                    return -1;
            }
        }
        return -1;
    }

    /// <summary>The subject that depends on a verb itself, active or passive; -1 when there is none.</summary>
    public static int OwnSubject(this SentenceTree tree, int verb) =>
        tree.ChildOf(verb, Relation.Nsubj) is var active and >= 0 ? active : tree.ChildOf(verb, Relation.NsubjPass);

    /// <summary>The object of a verb, its own; in a relative clause that lacks one the noun above ("the town that they took"); -1 when there is none.</summary>
    public static int ObjectOf(this SentenceTree tree, int verb)
    {
        if (tree.ChildOf(verb, Relation.Obj) is var own and >= 0)
            return Resolve(tree, verb, own);
        var isGap = tree.RelationOf(verb) == Relation.AclRelcl && tree.ChildOf(verb, Relation.Nsubj) is var subject and >= 0 && !IsRelativeWord(tree, subject) && !tree.IsPassive(verb);
        return isGap && tree.PosOf(verb) == UPos.Verb && !tree.ChildrenOf(verb, Relation.Advmod).Any(i => IsRelativeWord(tree, i)) ? tree.HeadOf(verb) : -1;
    }

    /// <summary>Who does what a verb says: its subject, or the "by" of a passive; -1 when that is not said.</summary>
    public static int DoerOf(this SentenceTree tree, int verb) =>
        tree.IsPassive(verb) ? tree.ChildOf(verb, Relation.OblAgent) : tree.SubjectOf(verb);

    /// <summary>Whom or what it befalls: the object, or a passive's subject; -1 when that is not said.</summary>
    public static int UndergoerOf(this SentenceTree tree, int verb) =>
        tree.IsPassive(verb) ? PassiveSubject(tree, verb) : tree.ObjectOf(verb);

    /// <summary>A token and all that are coordinated with it, in order.</summary>
    public static IReadOnlyList<int> ConjunctsOf(this SentenceTree tree, int token)
    {
        var first = token;
        while (tree.RelationOf(first) == Relation.Conj && tree.HeadOf(first) >= 0)
            first = tree.HeadOf(first);
        var all = new List<int> { first };
        for (var at = 0; at < all.Count; at++)
            all.AddRange(tree.ChildrenOf(all[at], Relation.Conj));
        all.Sort();
        return all;
    }

    /// <summary>Whether a verb is denied: "not", "never", an auxiliary that ends in n't, "no longer", or "no" before its subject or object ("no soldier was hurt").</summary>
    public static bool IsNegated(this SentenceTree tree, int verb)
    {
        foreach (var child in tree.ChildrenOf(verb))
        {
            var denies = tree.RelationOf(child) switch
            {
                Relation.Neg => true,
                Relation.Aux or Relation.AuxPass or Relation.Cop or Relation.Advmod => IsDenial(tree.WordOf(child)) || tree.ChildOf(child, Relation.Neg) >= 0
                    || (tree.Is(child, "longer") && tree.ChildrenOf(child).Any(i => tree.Is(i, "no"))),
                Relation.Nsubj or Relation.NsubjPass or Relation.Obj => IsNone(tree, child),
                _ => false,
            };
            if (denies)
                return true;
        }
        return IsDenial(tree.WordOf(verb));
    }

    /// <summary>The auxiliaries, modals and copulas of a predicate, in order; those of the first verb for a verb that is coordinated with it and has none and no subject.</summary>
    public static IReadOnlyList<int> AuxiliariesOf(this SentenceTree tree, int verb)
    {
        for (var steps = 0; steps < tree.Count; steps++)
        {
            int[] own = [.. tree.ChildrenOf(verb).Where(i => tree.RelationOf(i) is Relation.Aux or Relation.AuxPass or Relation.Cop)];
            if (own.Length > 0 || tree.RelationOf(verb) != Relation.Conj || tree.HeadOf(verb) < 0 || tree.OwnSubject(verb) >= 0)
                return own;
            verb = tree.HeadOf(verb);
        }
        return [];
    }

    /// <summary>The modal of a predicate ("will", "may"); -1 when there is none.</summary>
    public static int ModalOf(this SentenceTree tree, int verb)
    {
        foreach (var auxiliary in tree.AuxiliariesOf(verb))
        {
            if (IsModal(tree.WordOf(auxiliary)))
                return auxiliary;
        }
        return -1;
    }

    /// <summary>The predicate of what a verb of saying reports, before it, after it or around it; -1 when there is none.</summary>
    public static int SpeechOf(this SentenceTree tree, int verb) =>
        tree.ChildOf(verb, Relation.Ccomp) is var said and >= 0 ? said
        : tree.RelationOf(verb) == Relation.Parataxis ? tree.HeadOf(verb)
        : -1;

    /// <summary>Words of a token's preposition, the whole of a fixed one ("according to"), lower case; the empty text without one.</summary>
    public static string CaseOf(this SentenceTree tree, int token)
    {
        var preposition = tree.ChildOf(token, Relation.Case);
        if (preposition < 0)
            return string.Empty;
        var words = tree.ChildrenOf(preposition, Relation.Fixed).Prepend(preposition).Select(tree.WordOf);
        return string.Join(' ', words).ToLowerInvariant();
    }

    private static int PassiveSubject(SentenceTree tree, int verb) =>
        tree.RelationOf(verb) == Relation.Amod ? tree.HeadOf(verb) : tree.SubjectOf(verb);

    /// <summary>A relative pronoun stands for the noun that its clause is under.</summary>
    private static int Resolve(SentenceTree tree, int verb, int subject)
    {
        if (!IsRelativeWord(tree, subject))
            return subject;
        for (var clause = verb; clause >= 0; clause = tree.HeadOf(clause))
        {
            if (tree.RelationOf(clause) is Relation.AclRelcl or Relation.Acl)
                return tree.HeadOf(clause);
            if (tree.RelationOf(clause) is not (Relation.Conj or Relation.Ccomp or Relation.Xcomp))
                break;
        }
        return subject;
    }

    /// <summary>The object of a verb that governs another's subject ("urged them to leave"), unless the verb promises: then its subject acts.</summary>
    private static int Controller(SentenceTree tree, int governor, int verb)
    {
        if (tree.IsPassive(governor) || tree.WordOf(governor).StartsWith("promis", StringComparison.OrdinalIgnoreCase))
            return -1;
        var target = tree.ChildOf(governor, Relation.Obj);
        return target >= 0 && target < verb ? target : -1;
    }

    private static bool IsRelativeWord(SentenceTree tree, int token) =>
        tree.Is(token, "who") || tree.Is(token, "which") || tree.Is(token, "that") || tree.Is(token, "whom") || tree.Is(token, "where") || tree.Is(token, "when");

    private static bool IsNone(SentenceTree tree, int token) =>
        tree.Is(token, "none") || tree.Is(token, "nobody") || tree.Is(token, "nothing") || tree.ChildrenOf(token, Relation.Det).Any(i => tree.Is(i, "no") || tree.Is(i, "neither"));

    private static bool IsDenial(string word) =>
        word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase) || word.Equals("cannot", StringComparison.OrdinalIgnoreCase);

    private static bool IsModal(string word) => word.ToLowerInvariant() is
        "will" or "would" or "can" or "could" or "may" or "might" or "must" or "shall" or "should" or "'ll" or "’ll" or "won't" or "won’t" or "cannot" or "can't"
        or "can’t" or "wouldn't" or "wouldn’t" or "couldn't" or "couldn’t" or "shouldn't" or "shouldn’t" or "mustn't" or "mustn’t";

    private static bool IsIng(string word) => word.EndsWith("ing", StringComparison.OrdinalIgnoreCase);

    private static bool LooksPast(string word) =>
        word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || word.EndsWith('n') || word.EndsWith('t') || word.EndsWith("ung", StringComparison.OrdinalIgnoreCase);
}
