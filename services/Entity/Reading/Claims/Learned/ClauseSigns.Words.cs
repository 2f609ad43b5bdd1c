using Truceline.Entity.Reading.Claims.Speech;
using Truceline.Entity.Reading.Syntax;

namespace Truceline.Entity.Reading.Claims.Learned;

internal sealed partial class ClauseSigns
{
    /// <summary>A year so far back or farther is not this round of the conflict.</summary>
    private const int OldYear = 2;

    private void Tree(Stretch tokens)
    {
        if (_words.TreeAt(tokens.First) is not var (tree, first))
            return;
        var head = HeadOf(tree, tokens.First - first, tokens.End - first);
        if (head < 0)
            return;
        Slot(ClauseSlot.Head, head + first);
        Add(ClauseSign.Head, _words[head + first]);
        Add(ClauseSign.HeadPos, (int)tree.PosOf(head));
        Add(ClauseSign.HeadRelation, (int)tree.RelationOf(head));
        if (tree.HeadOf(head) is var governor and >= 0)
        {
            Slot(ClauseSlot.Governor, governor + first);
            Add(ClauseSign.Governor, _words[governor + first]);
            Add(ClauseSign.GovernorRelation, $"{tree.RelationOf(head)}/{_words[governor + first]}");
            if (tree.ModalOf(governor) is var modal and >= 0)
                Add(ClauseSign.GovernorMood, _words[modal + first]);
        }
        if (tree.SubjectOf(head) is var subject and >= 0)
        {
            Slot(ClauseSlot.Subject, subject + first);
            Add(ClauseSign.Subject, _words[subject + first]);
            foreach (var det in tree.ChildrenOf(subject, Relation.Det))
                Add(ClauseSign.SubjectDet, _words[det + first]);
        }
        foreach (var child in tree.ChildrenOf(head))
        {
            if (tree.RelationOf(child) is not (Relation.Obj or Relation.Obl or Relation.OblAgent or Relation.Iobj or Relation.Xcomp or Relation.Ccomp))
                continue;
            Slot(ClauseSlot.Objects, child + first);
            var isObject = tree.RelationOf(child) is Relation.Obj;
            Add(isObject ? ClauseSign.Object : ClauseSign.Oblique, isObject ? _words[child + first] : $"{tree.CaseOf(child)} {_words[child + first]}");
            if (isObject)
                Add(ClauseSign.HeadObject, $"{_words[head + first]} {_words[child + first]}");
        }
    }

    /// <summary>The token of a stretch that stands highest in the tree, the first of those; a verb before others. -1 when there is none.</summary>
    private static int HeadOf(SentenceTree tree, int first, int end)
    {
        var (best, least) = (-1, int.MaxValue);
        for (var i = Math.Max(first, 0); i < end && i < tree.Count; i++)
        {
            if (tree.PosOf(i) is UPos.Punct || tree.HeadOf(i) is var head && head >= first && head < end)
                continue;
            var depth = (tree.DepthOf(i) * 2) + (tree.IsPredicate(i) ? 0 : 1);
            if (depth < least)
                (best, least) = (i, depth);
        }
        return best;
    }

    private void InWords(Stretch tokens)
    {
        var before = string.Empty;
        for (var i = tokens.First; i < tokens.End; i++)
        {
            if (_words.IsNumber(i))
            {
                Numbers(i);
                before = "0";
                continue;
            }
            if (!_words.IsWord(i))
            {
                Add(ClauseSign.Marks, _words[i]);
                continue;
            }
            var word = _words[i];
            Add(ClauseSign.Word, word);
            if (before.Length > 0)
                Add(ClauseSign.Pair, $"{before} {word}");
            before = word;
            if (_words.PosAt(i) is UPos.Noun or UPos.Verb or UPos.Adj or UPos.Adv)
                Slot(ClauseSlot.All, i);
        }
        Add(ClauseSign.First, _words[tokens.First]);
        Add(ClauseSign.Second, $"{_words[tokens.First]} {_words[tokens.First + 1]}");
        Add(ClauseSign.Last, _words[tokens.End - 1]);
    }

    private void Numbers(int token)
    {
        Add(ClauseSign.Number, Math.Min(5, _words[token].Length));
        if (_words[token].Length == 4 && int.TryParse(_words[token], System.Globalization.CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2100)
            Add(ClauseSign.Year, $"{_words[token - 1]} {(year <= reference.Year - OldYear ? "old" : year > reference.Year ? "ahead" : "now")}");
    }

    private void Around(Stretch tokens)
    {
        var (before, after) = (Inside(tokens.First - 1), Inside(tokens.End));
        Add(ClauseSign.Before, before);
        Add(ClauseSign.BeforeTwo, $"{Inside(tokens.First - 2)} {before}");
        Add(ClauseSign.After, after);
        Add(ClauseSign.AfterTwo, $"{after} {Inside(tokens.End + 1)}");
    }

    private string Inside(int token) => token >= view.First && token < view.End ? _words[token] : string.Empty;
}
