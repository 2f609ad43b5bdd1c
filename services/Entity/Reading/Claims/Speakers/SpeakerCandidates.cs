using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Assertions;
using Truceline.Entity.Reading.Claims.Grammar;
using Truceline.Entity.Reading.Claims.Speech;
using Truceline.Entity.Reading.Syntax;

namespace Truceline.Entity.Reading.Claims.Speakers;

/// <summary>Finds who may have said a claim: the noun phrases of its sentence, whom rules found, and who spoke or was spoken of before; nobody comes first.</summary>
internal static class SpeakerCandidates
{
    private static readonly FrozenSet<string> Ends = Words.Set(", ; : \" “ ” « » ( ) -- – — who which that whose where when");

    /// <summary>The candidates, each name once.</summary>
    public static List<SpeakerCandidate> Of(SpeakerCase speech)
    {
        var found = new List<SpeakerCandidate> { new(null, default, -1, SpeakerPlace.Nobody) };
        foreach (var link in speech.Chain)
        {
            var (first, end) = speech.View.Words.Source.TokensIn(link.Span);
            Add(link.Name, new Stretch(first, end), HeadOf(speech, new Stretch(first, end)));
        }
        if (!speech.Part.Subject.IsEmpty)
            Add(AssertionRules.Phrase(speech.View.Words, speech.Part.Subject), speech.Part.Subject, HeadOf(speech, speech.Part.Subject));
        var (tree, start) = (speech.Sentence.Tree, speech.Sentence.TreeFirst);
        for (var i = speech.View.First; i < speech.View.End; i++)
        {
            if (tree.PosOf(i - start) is UPos.Noun or UPos.Propn or UPos.Pron && tree.RelationOf(i - start) is not (Relation.Compound or Relation.Flat or Relation.Fixed or Relation.Det) && PhraseAt(speech, i) is { IsEmpty: false } phrase)
                Add(AssertionRules.Phrase(speech.View.Words, phrase), phrase, i);
        }
        foreach (var (name, place) in new[] { (speech.LastSpeaker, SpeakerPlace.LastSpeaker), (speech.LastSubject, SpeakerPlace.LastSubject) })
        {
            if (name is not null && !found.Exists(c => c.Name == name))
                found.Add(new(name, default, -1, place));
        }
        return found;

        void Add(string name, Stretch tokens, int head)
        {
            if (name.Length > 1 && !found.Exists(c => c.Name == name))
                found.Add(new(name, tokens, head, PlaceOf(speech, tokens)));
        }
    }

    private static SpeakerPlace PlaceOf(SpeakerCase speech, Stretch tokens) =>
        tokens.First < speech.View.First || tokens.First >= speech.View.End ? SpeakerPlace.LastSpeaker
        : tokens.First == speech.Part.Subject.First && speech.Tokens.Covers(tokens.First) ? SpeakerPlace.Subject
        : speech.Tokens.Covers(tokens.First) ? SpeakerPlace.Within
        : tokens.First < speech.Tokens.First ? SpeakerPlace.Before
        : SpeakerPlace.Behind;

    /// <summary>The noun phrase of a token: its subtree without preposition, up to the first mark or relative clause behind the token.</summary>
    private static Stretch PhraseAt(SpeakerCase speech, int token)
    {
        var (tree, start, words) = (speech.Sentence.Tree, speech.Sentence.TreeFirst, speech.View.Words);
        var (left, right) = tree.SpanOf(token - start);
        var (first, end) = (Math.Max(left + start, speech.View.First), Math.Min(right + start, speech.View.End));
        for (var i = token - 1; i >= first; i--)
        {
            if (Ends.Contains(words[i]) || tree.RelationOf(i - start) is Relation.Case && tree.HeadOf(i - start) == token - start && words[i] is not ("'s" or "'"))
            {
                first = i + 1;
                break;
            }
        }
        for (var i = token + 1; i < end; i++)
        {
            if (Ends.Contains(words[i]))
                end = i;
        }
        return new(first, end);
    }

    private static int HeadOf(SpeakerCase speech, Stretch tokens)
    {
        var (tree, start) = (speech.Sentence.Tree, speech.Sentence.TreeFirst);
        for (var i = Math.Max(tokens.First, speech.View.First); i < Math.Min(tokens.End, speech.View.End); i++)
        {
            var head = tree.HeadOf(i - start) + start;
            if (tree.PosOf(i - start) is UPos.Noun or UPos.Propn or UPos.Pron && !tokens.Covers(head))
                return i;
        }
        return tokens.First >= speech.View.First && tokens.First < speech.View.End ? tokens.First : -1;
    }
}
