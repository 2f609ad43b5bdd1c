using Truceline.Entity.Reading.Claims.Cutting;
using Truceline.Entity.Reading.Claims.Speech;
using Truceline.Entity.Reading.Syntax;

namespace Truceline.Entity.Reading.Claims.Speakers;

/// <summary>What speaks for a candidate being the speaker of a claim, or its source.</summary>
internal static class SpeakerFeatures
{
    private static readonly Sign[] Places = [.. Enum.GetNames<SpeakerPlace>().Select(n => Sign.Of(n.ToLowerInvariant()))];
    private static readonly Sign[] Relations = [.. Enum.GetNames<Relation>().Select(n => Sign.Of(n.ToLowerInvariant()))];
    private static readonly Sign[] Tags = [.. Enum.GetNames<UPos>().Select(n => Sign.Of(n.ToUpperInvariant()))];
    private static readonly Sign[] Types = [.. Enum.GetNames<EntityType>().Select(n => Sign.Of(n))];
    private static readonly Sign[] Numbers = [.. Enumerable.Range(0, 12).Select(n => Sign.Of(n.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
    private static readonly Sign[] Kinds = [.. Enum.GetNames<ClaimKind>().Select(n => Sign.Of(n))];
    private static readonly Sign[] Modes = [.. Enum.GetNames<AssertionMode>().Select(n => Sign.Of(n))];
    private static readonly Sign No = Sign.Of("no");
    private static readonly Sign Yes = Sign.Of("yes");

    private static class T
    {
        public static readonly Sign Place = Sign.Of("place"), Kind = Sign.Of("kind"), Mode = Sign.Of("mode"), Quoted = Sign.Of("quoted"), Ruled = Sign.Of("ruled"), RuledPlace = Sign.Of("ruled-place"), RuledNone = Sign.Of("ruled-none"),
            RuledSubject = Sign.Of("subject-speaks"), Relation = Sign.Of("relation"), Governor = Sign.Of("governor"), GovernorLike = Sign.Of("governor-like"), GovernorNear = Sign.Of("governor-near"), Saying = Sign.Of("saying"), Reports = Sign.Of("reports"),
            Case = Sign.Of("case"), Tag = Sign.Of("tag"), Like = Sign.Of("like"), Near = Sign.Of("near"), Entity = Sign.Of("entity"), Distance = Sign.Of("distance"), Framed = Sign.Of("framed"), Depth = Sign.Of("depth"),
            First = Sign.Of("first"), Behind = Sign.Of("behind"), Before = Sign.Of("before"), Sayings = Sign.Of("sayings"), Frames = Sign.Of("frames"), Long = Sign.Of("long"), Opens = Sign.Of("opens"), Class = Sign.Of("class"),
            Outside = Sign.Of("outside"), Joint = Sign.Of("joint"), Gap = Sign.Of("gap"), GapVerbs = Sign.Of("gap-verbs"), GapSays = Sign.Of("gap-says"), GapLong = Sign.Of("gap-long"), Other = Sign.Of("in-other"), GapLike = Sign.Of("gap-like"), Head = Sign.Of("head"), CaseRelation = Sign.Of("case-joint");
    }

    /// <summary>Adds the features of a candidate.</summary>
    public static void Add(SpeakerCase speech, SpeakerCandidate candidate, FeatureSink sink)
    {
        var place = Places[(int)candidate.Place];
        var (kind, mode) = (Kinds[(int)speech.Assertion.Kind], Modes[(int)speech.Assertion.Mode]);
        sink.Add(T.Place, place);
        sink.Add(T.Kind, place, kind);
        sink.Add(T.Mode, place, mode);
        sink.Add(T.Class, place, Sign.Of(speech.Assertion.Class));
        sink.Add(T.Quoted, place, speech.Part.Quoted ? Yes : No);
        var ruled = candidate.Name == speech.RuledSpeaker ? Numbers[1] : candidate.Name is not null && candidate.Name == speech.RuledSource ? Numbers[2] : candidate.Name is null && speech.RuledSource is null ? Numbers[3] : No;
        sink.Add(T.Ruled, ruled);
        sink.Add(T.RuledPlace, ruled, place);
        sink.Add(T.RuledNone, place, speech.RuledSpeaker is null ? speech.RuledSource is null ? Numbers[0] : Numbers[1] : Numbers[2]);
        sink.Add(T.RuledSubject, place, speech.Assertion.SubjectSpeaks ? Yes : No);
        if (candidate.Place is SpeakerPlace.Nobody or SpeakerPlace.LastSpeaker or SpeakerPlace.LastSubject)
        {
            var sentence = speech.Sentence;
            sink.Add(T.Sayings, place, Numbers[Math.Min(sentence.IsSaying.Where((s, i) => s && !speech.Tokens.Covers(i + sentence.First)).Count(), 3)]);
            sink.Add(T.Frames, place, Numbers[Math.Min(speech.Frames.Count, 3)]);
            sink.Add(T.Behind, place, sentence.Shape(speech.Tokens.End));
            sink.Add(T.Before, place, sentence.Shape(speech.Tokens.First - 1));
            Gap(speech, speech.GapBefore, Numbers[1], place, sink);
            Gap(speech, speech.GapBehind, Numbers[2], place, sink);
        }
        if (candidate.Head >= speech.View.First && candidate.Head < speech.View.End)
            Phrase(speech, candidate, place, sink);
    }

    private static void Phrase(SpeakerCase speech, SpeakerCandidate candidate, Sign place, FeatureSink sink)
    {
        var (sentence, tree) = (speech.Sentence, speech.Sentence.Tree);
        var head = candidate.Head - sentence.TreeFirst;
        var relation = Relations[(int)tree.RelationOf(head)];
        sink.Add(T.Relation, relation, place);
        sink.Add(T.Tag, Tags[(int)tree.PosOf(head)], place);
        var (fine, coarse) = sentence.Clusters(candidate.Head);
        sink.Add(T.Like, fine);
        sink.Add(T.Near, coarse, place);
        var governor = tree.GoverningVerb(head);
        if (governor >= 0)
            Governor(speech, governor, relation, place, sink);
        if (tree.ChildOf(head, Relation.Case) is var preposition and >= 0)
            sink.Add(T.Case, Sign.Of(tree.WordOf(preposition).ToLowerInvariant()), place);
        else if (candidate.Tokens.First > speech.View.First)
            sink.Add(T.Opens, sentence.Shape(candidate.Tokens.First - 1), place);
        var type = speech.View.Index.In(speech.View.SpanOf(candidate.Tokens.First, candidate.Tokens.End)).Select(m => (EntityType?)m.Entity.Type).FirstOrDefault();
        sink.Add(T.Entity, type is { } known ? Types[Math.Clamp((int)known, 0, Types.Length - 1)] : No, place);
        var gap = candidate.Tokens.First >= speech.Tokens.End ? candidate.Tokens.First - speech.Tokens.End : speech.Tokens.First - candidate.Tokens.End;
        sink.Add(T.Distance, Numbers[gap < 0 ? 0 : gap <= 1 ? 1 : gap <= 2 ? 2 : gap <= 4 ? 3 : gap <= 8 ? 4 : gap <= 16 ? 5 : 6], place);
        var framed = speech.Frames.FirstOrDefault(f => f.Words.Covers(candidate.Head));
        var adjacent = speech.GapBefore.Covers(candidate.Head) ? Numbers[1] : speech.GapBehind.Covers(candidate.Head) ? Numbers[2] : No;
        sink.Add(T.Gap, adjacent, relation);
        sink.Add(T.Other, speech.Others.Any(o => o.Covers(candidate.Head)) ? Yes : No, place);
        var (edge, step) = candidate.Place is SpeakerPlace.Before ? (speech.Tokens.First - 1, "before") : (speech.Tokens.End, "behind");
        sink.Add(T.Joint, sentence.Shape(edge), Sign.Of($"{step}-{relation.Text}"));
        sink.Add(T.CaseRelation, sentence.Shape(candidate.Tokens.First - 1), Sign.Of($"{step}-{relation.Text}-{adjacent.Text}"));
        sink.Add(T.Head, coarse, adjacent);
        sink.Add(T.Framed, framed is null ? No : framed.Says(speech.Tokens.First) ? Yes : Numbers[1], place);
        sink.Add(T.First, candidate.Tokens.First == speech.View.First ? Yes : No, candidate.Tokens.End == speech.View.End ? Yes : No);
        sink.Add(T.Long, Numbers[Math.Min(candidate.Tokens.End - candidate.Tokens.First, 6)]);
    }

    /// <summary>What stands beside the claim: how much, and which verbs.</summary>
    private static void Gap(SpeakerCase speech, Stretch gap, Sign side, Sign place, FeatureSink sink)
    {
        var (verbs, says) = (0, 0);
        for (var i = gap.First; i < gap.End; i++)
        {
            if (speech.Sentence.Pos(i) is not UPos.Verb)
                continue;
            verbs++;
            says += speech.Sentence.IsSaying[i - speech.View.First] ? 1 : 0;
            sink.Add(T.GapLike, place, speech.Sentence.Clusters(i).Coarse);
        }
        var length = gap.End - gap.First;
        sink.Add(T.GapLong, side, Numbers[length <= 1 ? 0 : length <= 3 ? 1 : length <= 6 ? 2 : length <= 12 ? 3 : 4]);
        sink.Add(T.GapVerbs, side, Numbers[Math.Min(verbs, 3)]);
        sink.Add(T.GapSays, side, Numbers[Math.Min(says, 2)]);
    }

    private static void Governor(SpeakerCase speech, int governor, Sign relation, Sign place, FeatureSink sink)
    {
        var (sentence, tree) = (speech.Sentence, speech.Sentence.Tree);
        var (fine, coarse) = sentence.Clusters(governor + sentence.TreeFirst);
        sink.Add(T.GovernorLike, fine, relation);
        sink.Add(T.GovernorNear, coarse, place);
        var at = governor + sentence.TreeFirst - sentence.First;
        sink.Add(T.Saying, at >= 0 && at < sentence.IsSaying.Length && sentence.IsSaying[at] ? Yes : No, relation);
        sink.Add(T.Outside, relation, Sign.Of($"{place.Text}-{(speech.Tokens.Covers(governor + sentence.TreeFirst) ? "claim" : speech.Others.Any(o => o.Covers(governor + sentence.TreeFirst)) ? "other" : "frame")}"));
        // The claim hangs on the verb, the verb on the claim, or neither.
        var top = TopOf(speech);
        var reports = top < 0 ? No : tree.HeadOf(top) == governor ? Relations[(int)tree.RelationOf(top)] : tree.HeadOf(governor) == top ? Numbers[1] : top == governor ? Numbers[2] : tree.IsUnder(top, governor) ? Numbers[3] : tree.IsUnder(governor, top) ? Numbers[4] : No;
        sink.Add(T.Reports, reports, relation);
        sink.Add(T.Governor, reports, coarse);
        sink.Add(T.Depth, Numbers[Math.Min(tree.DepthOf(governor), 5)], place);
    }

    /// <summary>The highest token of the claim in the tree.</summary>
    private static int TopOf(SpeakerCase speech)
    {
        var (tree, start) = (speech.Sentence.Tree, speech.Sentence.TreeFirst);
        var top = -1;
        for (var i = Math.Max(speech.Tokens.First, speech.View.First) - start; i < Math.Min(speech.Tokens.End, speech.View.End) - start; i++)
        {
            if (tree.PosOf(i) is not UPos.Punct && (top < 0 || tree.DepthOf(i) < tree.DepthOf(top)))
                top = i;
        }
        return top;
    }
}
