using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Assertions.News;

/// <summary>Whether a deed is news, of the past, or several told together.</summary>
internal sealed class DeedTime(Words words, EntityIndex index, DateOnly reference)
{
    /// <summary>How old a deed may be at most to be news, in days.</summary>
    private const int OldestDays = 366;
    private static readonly FrozenSet<string> And = Words.Set("and");
    private static readonly FrozenSet<string> CountedAttacks = Words.Set("sorties raids attacks violations");
    private static readonly FrozenSet<string> LargeNumbers = Words.Set("thousand million");
    private static readonly FrozenSet<string> Happenings = Words.Set("raids violations breaches sorties attacks strikes ambushes times occasions clashes incidents incursions overflights skirmishes complaints bursts infringements crossings provocations ceasefire-violations explosions shellings airstrikes bombardments clinics air");
    private static readonly FrozenSet<string> Units = Words.Set("days weeks months fortnight weekend year week month");
    private static readonly FrozenSet<string> On = Words.Set("on");
    private static readonly FrozenSet<string> SmallNumbers = Words.Set("four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty several many dozens");

    /// <summary>The deed with its mode and repetition told.</summary>
    public Assertion Of(Part part, Assertion deed)
    {
        if (IsPast(part))
        {
            return deed with { Mode = AssertionMode.Historical };
        }
        return deed with { Repeated = IsRepeated(part, deed) };
    }

    /// <summary>Told as the past of the conflict.</summary>
    public bool IsPast(Part part)
    {
        var dates = index.DatesIn(words.Source.SpanOf(part.Start, part.End - 1)).ToList();
        var since = part.Has("since");
        if (!since && dates.Exists(d => d.End < reference.AddDays(-OldestDays)) || YearIn(part) is { } year && year < reference.Year - 1 && !since)
        {
            return true;
        }
        if (part.At("years", "ago") >= 0 || part.At("years", "earlier") >= 0 || part.At("years", "before") >= 0 || part.At("previous", "year") >= 0 || part.At("years", "on") >= 0 || part.At("decades", "ago") >= 0 || part.At("decade", "ago") >= 0 || part.At("decade", "earlier") >= 0)
        {
            return true;
        }
        if (part.Link is not null && part.Before is { } before && IsPastOf(before))
        {
            return true;
        }
        return part.IsPluperfect && part.Speech is null && !dates.Exists(d => d.End >= reference.AddDays(-31)) && (part.Has("before") || part.Has("once") || part.Has("earlier") || dates.Count > 0);
    }

    private bool IsPastOf(Part part) => part.Tokens.First >= 0 && IsPast(part);

    private int? YearIn(Part part)
    {
        for (var i = part.Start; i < part.End; i++)
        {
            if (words[i - 1] is "in" or "of" or "since" or "from" or "," or "january" or "february" or "march" or "april" or "may" or "june" or "july" or "august" or "september" or "october" or "november" or "december" && YearFinder.At(words, i, i + 1) is { } year)
            {
                return year;
            }
        }
        return null;
    }

    /// <summary>Several happenings over a period told together.</summary>
    private bool IsRepeated(Part part, Assertion deed)
    {
        var plural = words.Any(part.Start, part.End, Happenings);
        if (part.At("day", "after", "day") >= 0 || part.At("night", "after", "night") >= 0 || part.At("week", "after", "week") >= 0)
        {
            return true;
        }
        for (var i = part.Start; i < part.End; i++)
        {
            var lasting = part.Main?.Lemma is "close" or "shut" or "seal" or "block" or "occupy" or "hold" or "suspend" or "ban" or "miss" or "detain" or "jail" or "imprison" or "besiege" or "surround" or "cut" or "control" or "take";
            if (words[i] == "since" && (part.IsPerfect && !lasting || plural) && words[i + 1] is not ("the" or "an") || words[i] == "since" && part.IsPerfect && !lasting)
            {
                return true;
            }
            var span = Units.Contains(words[i]) && (words[i - 1] is "two" or "three" or "four" or "five" or "six" or "past" or "last" or "a" or "the" or "this" or "several" or "few" || words.IsNumber(i - 1) || SmallNumbers.Contains(words[i - 1]))
                && IsWithin(i);
            if (span && (plural || part.IsPerfect || deed.Class == ClaimClasses.DisplacePeople) && words[i + 1] is not ("ago" or "earlier" or "after" or "before"))
            {
                return true;
            }
            if (words[i] == "between" && plural && words.Any(i, part.End, And) && (CountFinder.Killed(words, part) is not null || words.Any(part.Start, i, CountedAttacks)))
            {
                return true;
            }
            // "on sixteen separate days", "on nine nights".
            if (words[i] is "days" or "nights" or "occasions" or "mornings" && words.Any(Math.Max(part.Start, i - 4), i, On) && (words.IsNumber(i - 1) || words.IsNumber(i - 2) || SmallNumbers.Contains(words[i - 1]) || SmallNumbers.Contains(words[i - 2])))
            {
                return true;
            }
            if (words[i] == "times" && words[i - 1] is not ("at" or "many"))
            {
                return true;
            }
            if (Happenings.Contains(words[i]) && words[i].EndsWith('s') && (words[i] is not "explosions" || words.IsNumber(i - 1) && words[i - 1].Length > 1 || words.IsNumber(i - 2) && words[i - 2].Length > 1) && (words.IsNumber(i - 1) || words.IsNumber(i - 2) || words[i - 2].Contains('-', StringComparison.Ordinal) || words[i - 1] is "ceasefire" || SmallNumbers.Contains(words[i - 1])) && (words[i] is not ("attacks" or "strikes" or "raids") || words[i - 1] is not ("two" or "three")))
            {
                return true;
            }
        }
        return deed.Class == ClaimClasses.DisplacePeople && part.IsPluperfect | part.IsPerfect && words.Any(part.Start, part.End, LargeNumbers) | Enumerable.Range(part.Start, part.End - part.Start).Any(i => words.IsNumber(i) && words[i].Contains(',', StringComparison.Ordinal));
    }

    private bool IsWithin(int unit)
    {
        for (var back = 1; back <= 4; back++)
        {
            if (words[unit - back] is "in" or "over" or "within" or "during" or "for" or "throughout" or "past")
            {
                return true;
            }
        }

        return false;
    }
}
