namespace Truceline.Entity.Reading.Names.Chaining;

/// <summary>What the text has named so far, for a noun to point back to. One per text, read from front to back; not thread-safe.</summary>
internal sealed class Antecedents
{
    private const int NearSentences = 2;

    private readonly AtomRow _atoms;
    private readonly NameMention[] _mentions;
    private int _seen;

    public Antecedents(MentionContext context)
    {
        _atoms = context.Atoms;
        _mentions = [.. context.Found.Where(m => m.Type is EntityType.Person or EntityType.Organisation or EntityType.ArmedGroup or EntityType.ArmedForce).OrderBy(m => m.First)];
    }

    /// <summary>
    /// The one thing that fits: the only one named in this sentence and the two before it, else the only one named so far. Null when two fit, or none.
    /// </summary>
    /// <param name="before">Atom before which the thing was named.</param>
    /// <param name="fits">Whether a mention can be meant.</param>
    /// <param name="isNearOnly">Nothing further back than two sentences counts.</param>
    public NameMention? Only(int before, Func<NameMention, bool> fits, bool isNearOnly = false)
    {
        while (_seen < _mentions.Length && _mentions[_seen].Last < before)
            _seen++;
        NameMention? near = null;
        NameMention? far = null;
        var (manyFar, looked) = (false, 0);
        var sentence = _atoms[before].Sentence;
        // What was named long ago is no more than what was named lately: a few hundred mentions tell.
        for (var i = _seen - 1; i >= 0 && looked < 300; i--, looked++)
        {
            var mention = _mentions[i];
            var isNear = sentence - _atoms[mention.First].Sentence <= NearSentences;
            if (!isNear && (isNearOnly || near is not null || manyFar))
                break;
            if (!fits(mention))
                continue;
            if (isNear && near is not null && !Same(near, mention))
                return null;
            if (isNear)
                near ??= mention;
            else if (far is not null && !Same(far, mention))
                manyFar = true;
            else
                far ??= mention;
        }
        return near ?? (manyFar ? null : far);
    }

    private static bool Same(NameMention one, NameMention other) =>
        one.KnowledgeId is not null && other.KnowledgeId is not null
            ? one.KnowledgeId == other.KnowledgeId
            : string.Equals(one.Key ?? one.Name, other.Key ?? other.Name, StringComparison.OrdinalIgnoreCase);
}
