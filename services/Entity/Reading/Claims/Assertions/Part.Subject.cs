using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Assertions;

internal sealed partial class Part
{
    private int SubjectStart()
    {
        var start = Start;
        var main = Main!.First;
        if (start == Start && Cleft() == Main)
        {
            return At("that") + 1;
        }
        if (IsFronted() && At(",") is var comma && comma >= 0)
        {
            var last = main - 1;
            while (last > comma && _words[last] != ",")
            {
                last--;
            }
            return Math.Min(last + 1, main);
        }
        while (start < main && (_words[start] is "," or "and" or "but" or "yet" or "that" or "\"" or "“" or "meanwhile" or "however" or "allegedly" or "perhaps" || Joints.Contains(_words[start])))
        {
            start++;
        }
        if (_words[start] == "which" && start + 1 < main)
        {
            return start + 1;
        }
        // "a claim that experts call untrue": who says it stands behind the joint.
        if (Link == "which" && _words[start] is "a" or "an" or "the" && _words[start + 2] is "that" or "which" && start + 3 < main)
        {
            return start + 3;
        }
        if (Dated(start, main) is var dated && dated > start)
        {
            return dated;
        }
        if (Openers.Contains(_words[start]) || Joints.Contains(_words[Start]) || _words.IsNumber(start) || _words[start] is "twelve" or "thirteen" or "day" or "not" or "founded" or "counting" or "asked" or "years")
        {
            for (var i = main - 1; i > start; i--)
            {
                if (_words[i] is "," && i < main - 1 && _words[i + 1] is not ("who" or "which" or "once"))
                {
                    return i + 1;
                }
            }
        }
        if ((Openers.Contains(_words[start]) || start > Start && _words[start - 1] is "since" or "until" or "before" or "after" && (_words.IsCapital(start) || _words.IsNumber(start))) && SecondPhrase(start, main) is var second && second > start)
        {
            return second;
        }
        return Math.Min(start, main);
    }

    /// <summary>"Two months after it had agreed": behind a span of time and its joint.</summary>
    private int Dated(int start, int main)
    {
        for (var i = start + 1; i < Math.Min(start + 5, main - 1); i++)
        {
            if (_words[i] is "after" or "before" or "since" && Spans.Contains(_words[i - 1]) && _words[i + 1] != _words[i - 1])
            {
                return i + 1;
            }
        }
        return -1;
    }

    private static readonly FrozenSet<string> Spans = Words.Set("minute minutes hour hours day days week weeks month months year years decade decades shortly soon long just immediately moments");

    /// <summary>"On Wednesday his sappers", "In all three sectors the other side": the noun phrase behind an opening one with a preposition, told by its determiner.</summary>
    private int SecondPhrase(int start, int main)
    {
        for (var i = start + 2; i < main; i++)
        {
            if (_words[i] is "," or "who" or "which" or "that")
            {
                return -1;
            }
            if (_words.IsCapital(i) && BeforeSubject.Contains(_words[i - 1]))
            {
                return i;
            }
            if (Determiners.Contains(_words[i]) && !Prepositions.Contains(_words[i - 1]) && !(_words[i - 1] is "all" or "both" or "half" or "and" or "or"))
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>Days, months and papers, behind which a name opens a subject ("On Monday Turkish troops", "Under the deal Turkey").</summary>
    private static readonly FrozenSet<string> BeforeSubject = Words.Set(
        "monday tuesday wednesday thursday friday saturday sunday yesterday today statement deal agreement accord pact plan truce paper terms memorandum protocol treaty ceasefire document roadmap resolution measures night morning afternoon evening noon dawn midnight dusk");

    private static readonly FrozenSet<string> Determiners = Words.Set("the a an his her its their our my your this these those they he she it we i you nobody no another both");
    private static readonly FrozenSet<string> Prepositions = Words.Set("in on at by of to from with for into over under near between against during within after before since and or than as among around about through across along towards toward inside outside beyond behind despite amid without");
    private static readonly FrozenSet<string> Openers = Words.Set("in on at by since over from during under after before within between along around for with without despite amid contrary to late early last this next two three four five ten");
}
