using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Claims.Speech;
using Truceline.Entity.Reading.Syntax;

namespace Truceline.Entity.Reading.Claims.Cutting;

/// <summary>What speaks for a stretch of a sentence being one claim, the words that report it, or neither: at its beginning, at its end, and within.</summary>
/// <param name="sentence">The sentence.</param>
internal sealed class CutFeatures(CutSentence sentence)
{
    private static readonly Sign[] Relations = [.. Enum.GetNames<Relation>().Select(n => Sign.Of(n.ToLowerInvariant()))];
    private static readonly Sign[] Tags = [.. Enum.GetNames<UPos>().Select(n => Sign.Of(n.ToUpperInvariant()))];
    private static readonly Sign[] Numbers = [.. Enumerable.Range(0, 16).Select(n => Sign.Of(n.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
    private static readonly Sign No = Sign.Of("no");
    private static readonly Sign Yes = Sign.Of("yes");
    private static readonly Sign BySaying = Sign.Of("said");

    private readonly SentenceTree _tree = sentence.Tree;

    private static class T
    {
        public static readonly Sign First = Sign.Of("starts"), Before = Sign.Of("starts-behind"), Opening = Sign.Of("opens"), OpeningTags = Sign.Of("opens-tags"), Second = Sign.Of("second"),
            LeftEdge = Sign.Of("left-edge"), StartQuote = Sign.Of("start-quote"), StartFrame = Sign.Of("start-frame"),
            Last = Sign.Of("ends"), Behind = Sign.Of("ends-before"), Closing = Sign.Of("closes"), RightEdge = Sign.Of("right-edge"), EndQuote = Sign.Of("end-quote"), EndFrame = Sign.Of("end-frame"),
            Length = Sign.Of("length"), Roots = Sign.Of("roots"), Top = Sign.Of("top"), TopTag = Sign.Of("top-tag"), TopSubject = Sign.Of("top-subject"), Loose = Sign.Of("loose"), Whole = Sign.Of("whole"),
            TopSays = Sign.Of("top-says"), Under = Sign.Of("under"), Finite = Sign.Of("finite"), FiniteRoots = Sign.Of("finite-roots"), InFrame = Sign.Of("in-frame"), FrameIs = Sign.Of("frame-is"), Quotes = Sign.Of("quotes"), Commas = Sign.Of("commas"),
            Only = Sign.Of("only"), SayInside = Sign.Of("saying-inside"), Verbless = Sign.Of("verbless"), ContentIs = Sign.Of("content"), Mood = Sign.Of("mood"), Clauses = Sign.Of("clauses"), Parted = Sign.Of("parted"),
            FirstLike = Sign.Of("starts-like"), BeforeLike = Sign.Of("behind-like"), LastLike = Sign.Of("ends-like"), BehindLike = Sign.Of("before-like"), TopLike = Sign.Of("top-like"), TopNear = Sign.Of("top-near"), GovernorLike = Sign.Of("governor-like"), GovernorNear = Sign.Of("governor-near"), LooseLike = Sign.Of("loose-like"), PartEnds = Sign.Of("part-ends"), PartCount = Sign.Of("parts");
    }

    /// <summary>What stands at the beginning.</summary>
    public void Start(int at, FeatureSink sink)
    {
        var (before, first) = (sentence.Shape(at - 1), sentence.Shape(at));
        sink.Add(T.First, first);
        sink.Add(T.Before, before);
        sink.Add(T.Opening, before, first);
        sink.Add(T.Second, first, sentence.Shape(at + 1));
        if (at < sentence.End)
            sink.Add(T.OpeningTags, at > sentence.First ? Tags[(int)sentence.Pos(at - 1)] : No, Tags[(int)sentence.Pos(at)]);
        var top = TopAt(at, left: true);
        sink.Add(T.LeftEdge, top < 0 ? No : Relations[(int)_tree.RelationOf(top)], top < 0 ? No : GovernorOf(top));
        sink.Add(T.StartQuote, sentence.IsQuoted(at) ? Yes : No, before);
        sink.Add(T.StartFrame, FrameAt(at));
        sink.Add(T.FirstLike, sentence.Clusters(at).Coarse);
        sink.Add(T.BeforeLike, sentence.Clusters(at - 1).Coarse);
    }

    /// <summary>What stands at the end.</summary>
    public void End(int at, FeatureSink sink)
    {
        var (last, behind) = (sentence.Shape(at - 1), sentence.Shape(at));
        sink.Add(T.Last, last);
        sink.Add(T.Behind, behind);
        sink.Add(T.Closing, last, behind);
        sink.Add(T.Parted, behind, sentence.Shape(at + 1));
        var top = TopAt(at, left: false);
        sink.Add(T.RightEdge, top < 0 ? No : Relations[(int)_tree.RelationOf(top)], top < 0 ? No : GovernorOf(top));
        sink.Add(T.EndQuote, at < sentence.End && sentence.IsQuoted(at) ? Yes : No, behind);
        sink.Add(T.EndFrame, FrameAt(at));
        sink.Add(T.LastLike, sentence.Clusters(at - 1).Coarse);
        sink.Add(T.BehindLike, sentence.Clusters(at).Coarse);
    }

    /// <summary>What the stretch is as a whole.</summary>
    public void Within(int first, int end, FeatureSink sink)
    {
        var (roots, finiteRoots, top, marks, commas, says) = (0, 0, -1, 0, 0, 0);
        var (left, right) = (first - sentence.TreeFirst, end - sentence.TreeFirst);
        for (var i = left; i < right; i++)
        {
            var token = i + sentence.TreeFirst;
            if (sentence.IsMark(token))
            {
                marks++;
                commas += sentence.Words[token] is "," ? 1 : 0;
                continue;
            }
            says += sentence.IsSaying[token - sentence.First] ? 1 : 0;
            var head = _tree.HeadOf(i);
            if (head >= left && head < right)
                continue;
            roots++;
            finiteRoots += _tree.IsPredicate(i) ? 1 : 0;
            if (top < 0 || Rank(i) > Rank(top))
                top = i;
        }
        var length = end - first;
        sink.Add(T.Length, Numbers[length switch { <= 3 => length, <= 5 => 4, <= 8 => 5, <= 12 => 6, <= 18 => 7, <= 26 => 8, <= 36 => 9, _ => 10 }]);
        if (length <= 2)
            sink.Add(T.Only, sentence.Shape(first), length == 2 ? sentence.Shape(first + 1) : No);
        sink.Add(T.Roots, Numbers[Math.Min(roots, 5)]);
        sink.Add(T.FiniteRoots, Numbers[Math.Min(finiteRoots, 4)]);
        var (finite, main) = (0, (VerbGroup?)null);
        foreach (var group in sentence.Groups)
        {
            if (group.First >= first && group.End <= end && group.IsFinite)
            {
                main ??= group;
                finite++;
            }
        }
        sink.Add(T.Finite, Numbers[Math.Min(finite, 4)]);
        sink.Add(T.SayInside, Numbers[Math.Min(says, 2)], Numbers[Math.Min(finite, 2)]);
        sink.Add(T.Commas, Numbers[Math.Min(commas, 3)]);
        sink.Add(T.Quotes, sentence.IsQuoted(first) ? Yes : No, sentence.IsQuoted(Math.Max(first, end - 1)) ? Yes : No);
        if (top >= 0)
            Top(top, left, right, sink);
        Frames(first, end, sink);
        Parts(first, end, sink);
    }

    /// <summary>How the stretch lies to the parts that rules by word make.</summary>
    private void Parts(int first, int end, FeatureSink sink)
    {
        var (starts, ends, touched) = (false, false, 0);
        foreach (var part in sentence.Parts)
        {
            starts |= part.First == first;
            ends |= part.End == end;
            touched += part.First < end && part.End > first ? 1 : 0;
        }
        sink.Add(T.PartEnds, starts ? Yes : No, ends ? Yes : No);
        sink.Add(T.PartCount, Numbers[Math.Min(touched, 3)], starts && ends ? Yes : No);
    }

    private void Top(int top, int left, int right, FeatureSink sink)
    {
        var relation = Relations[(int)_tree.RelationOf(top)];
        var tag = Tags[(int)_tree.PosOf(top)];
        sink.Add(T.Top, relation, GovernorOf(top));
        sink.Add(T.TopTag, relation, tag);
        var (fine, coarse) = sentence.Clusters(top + sentence.TreeFirst);
        sink.Add(T.TopLike, fine);
        sink.Add(T.TopNear, coarse, relation);
        if (_tree.HeadOf(top) is var governor and >= 0)
        {
            var above = sentence.Clusters(governor + sentence.TreeFirst);
            sink.Add(T.GovernorLike, above.Fine);
            sink.Add(T.GovernorNear, above.Coarse, relation);
        }
        var subject = _tree.OwnSubject(top);
        sink.Add(T.TopSubject, relation, subject < 0 ? No : subject >= left && subject < right ? Yes : BySaying);
        var saying = sentence.IsSaying[Math.Clamp(top + sentence.TreeFirst - sentence.First, 0, sentence.IsSaying.Length - 1)];
        sink.Add(T.TopSays, saying ? Yes : No, relation);
        var loose = false;
        foreach (var child in _tree.ChildrenOf(top))
        {
            if ((child < left || child >= right) && _tree.RelationOf(child) is not Relation.Punct)
            {
                loose = true;
                sink.Add(T.Loose, Relations[(int)_tree.RelationOf(child)], saying ? BySaying : No);
                sink.Add(T.LooseLike, Relations[(int)_tree.RelationOf(child)], coarse);
            }
        }
        sink.Add(T.Whole, loose ? No : Yes, relation);
        var clauses = 0;
        for (var i = left; i < right; i++)
        {
            if (i != top && _tree.RelationOf(i) is Relation.Ccomp or Relation.Advcl or Relation.AclRelcl or Relation.Parataxis or Relation.Conj && _tree.IsPredicate(i))
            {
                clauses++;
                sink.Add(T.Under, Relations[(int)_tree.RelationOf(i)], _tree.OwnSubject(i) >= 0 ? Yes : No);
            }
        }
        sink.Add(T.Clauses, Numbers[Math.Min(clauses, 4)]);
    }

    private void Frames(int first, int end, FeatureSink sink)
    {
        var (inside, all) = (0, end - first);
        var (same, content) = (false, false);
        foreach (var frame in sentence.Frames)
        {
            same |= Math.Abs(frame.Words.First - first) <= 1 && Math.Abs(frame.Words.End - end) <= 1;
            content |= Same(frame.Content, first, end) || Same(frame.Rest, first, end);
        }
        for (var i = first; i < end; i++)
        {
            foreach (var frame in sentence.Frames)
            {
                if (frame.Words.Covers(i))
                {
                    inside++;
                    break;
                }
            }
        }
        sink.Add(T.InFrame, Numbers[inside == 0 ? 0 : inside == all ? 4 : 1 + (inside * 3 / (all + 1))]);
        sink.Add(T.FrameIs, same ? Yes : No);
        sink.Add(T.ContentIs, content ? Yes : No);
    }

    private static bool Same(Stretch stretch, int first, int end) => !stretch.IsEmpty && Math.Abs(stretch.First - first) <= 1 && Math.Abs(stretch.End - end) <= 1;

    private Sign FrameAt(int at)
    {
        foreach (var frame in sentence.Frames)
        {
            if (frame.Words.First == at)
                return Numbers[1];
            if (frame.Words.End == at)
                return Numbers[2];
            if (frame.Words.First < at && frame.Words.End > at)
                return Numbers[3];
        }
        return No;
    }

    /// <summary>The highest token whose subtree begins or ends at a place; -1 when none does.</summary>
    private int TopAt(int at, bool left)
    {
        var token = (left ? at : at - 1) - sentence.TreeFirst;
        if (token < 0 || token >= _tree.Count)
            return -1;
        var top = -1;
        for (var i = token; i >= 0; i = _tree.HeadOf(i))
        {
            var span = _tree.SpanOf(i);
            if (left ? span.First != token : span.End != token + 1)
                break;
            top = i;
        }
        return top;
    }

    private Sign GovernorOf(int token)
    {
        var head = _tree.HeadOf(token);
        if (head < 0)
            return No;
        var at = head + sentence.TreeFirst - sentence.First;
        return at >= 0 && at < sentence.IsSaying.Length && sentence.IsSaying[at] ? BySaying : Tags[(int)_tree.PosOf(head)];
    }

    private int Rank(int token) => (_tree.IsPredicate(token) ? 100 : 0) - _tree.DepthOf(token);
}
