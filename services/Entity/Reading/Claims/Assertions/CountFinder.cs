using System.Collections.Frozen;
using System.Globalization;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Claims.Assertions;

/// <summary>How many a part says were killed or hurt, as a range.</summary>
internal static class CountFinder
{
    private static readonly FrozenSet<string> EstimateNouns = Words.Set("estimates estimate");
    private static readonly FrozenSet<string> CasualtyParticiples = Words.Set("hurt killed injured wounded died casualties harmed");
    private static readonly FrozenSet<string> TollLeads = Words.Set("to at exceeds exceeded of stands reached now over");
    private static readonly FrozenSet<string> Dead = Words.Set("dead");
    private static readonly FrozenSet<string> NotOnePerson = Words.Set("dozen score shell rocket drone mine mortar bomb jet strike raid blast missile number");
    private static readonly FrozenSet<string> Killing = Words.Set(
        "kill kills killed killing die dies died dying dead deaths death perished lives life toll fatalities murdered executed massacred slain drowned lost perish beheaded shot buried bury");
    private static readonly FrozenSet<string> Hurting = Words.Set("wound wounds wounded wounding injured injuring hurt maimed injures");
    private static readonly FrozenSet<string> NotPeople = Words.Set(
        "year years day days week weeks month months hour hours minutes km kilometres kilometers metres miles mile percent per cent mm bunkers raids sorties times violations breaches clinics explosions houses buildings villages tanks trucks vehicles house side sides armies attacks strikes shells rockets army front brigade pm am o'clock");
    private static readonly FrozenSet<string> Commas = Words.Set(", who which when");
    private static readonly FrozenSet<string> Open = Words.Set("over than exceeds exceed exceeded least upwards beyond above past surpassed passed");
    private static readonly FrozenDictionary<string, double> Small = new Dictionary<string, double>
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["dozen"] = 12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Those killed; null when the part gives no number.</summary>
    /// <param name="words">The words.</param>
    /// <param name="part">The part.</param>
    /// <param name="taken">Numbers that count something else; null for none.</param>
    public static CountRange? Killed(Words words, Part part, IReadOnlyList<TextSpan>? taken = null) => Of(words, part, Killing, Hurting, taken ?? []);

    /// <summary>Those hurt; null when the part gives no number.</summary>
    /// <param name="words">The words.</param>
    /// <param name="part">The part.</param>
    /// <param name="taken">Numbers that count something else; null for none.</param>
    public static CountRange? Hurt(Words words, Part part, IReadOnlyList<TextSpan>? taken = null) => Of(words, part, Hurting, Killing, taken ?? []);

    private static CountRange? Of(Words words, Part part, FrozenSet<string> wanted, FrozenSet<string> other, IReadOnlyList<TextSpan> taken)
    {
        var dateless = part.Main?.Lemma is "estimate" or "run" || words.Any(part.Start, part.End, EstimateNouns);
        var at = words.Find(part.Start, part.End, wanted);
        if (at < 0)
        {
            return !dateless && None(words, part) is { } none ? none : dateless && wanted.Contains("killed") ? Best(words, part, part.Start, other, taken) : null;
        }
        return None(words, part) ?? Best(words, part, at, other, taken) ?? Single(words, part, at, wanted);
    }

    /// <summary>"nobody was hurt": none killed.</summary>
    private static CountRange? None(Words words, Part part)
    {
        var i = part.Start;
        var none = words[i] is "nobody" or "none" || words[i] == "no" && words[i + 1] is "one" or "casualties";
        return none && words.Any(part.Start, part.End, CasualtyParticiples) ? new CountRange(0, 0, words.Source.SpanOf(i, i)) : null;
    }

    private static CountRange? Best(Words words, Part part, int at, FrozenSet<string> other, IReadOnlyList<TextSpan> taken)
    {
        var found = new List<(CountRange Range, int First, int End)>();
        for (var i = part.Start; i < part.End;)
        {
            if (Read(words, i, part.End, out var end) is { } value)
            {
                if (!IsOther(words, i, end) && value <= int.MaxValue && !IsTaken(words, i, taken))
                {
                    found.Add((Range(words, part, i, ref end, value), i, end));
                }
                i = end;
            }
            else
            {
                i++;
            }
        }
        if (found.Count == 0)
        {
            return null;
        }
        // "killed four": behind the verb; "four were killed": before it. A word for the hurt between parts them.
        var active = words[at] is "killed" or "killing" or "kills" or "kill" or "lost" && !IsPassive(words, at) || words[at] is "toll" or "dead" && words.Find(at + 1, part.End, TollLeads) >= 0;
        var behind = found.Find(f => f.First > at && !words.Any(at + 1, f.First, other));
        var before = found.FindLast(f => f.First < at && !words.Any(f.End, at, other));
        if (words[at] is "toll" or "dead" or "deaths" && active && found[^1].First > at)
        {
            return found[^1].Range;
        }
        if (active && behind.Range is not null && (behind.First - at <= 6 || before.Range is null))
        {
            return behind.Range;
        }
        // "Five soldiers and a contractor died".
        if (before.Range is { High: { } known } sum && sum.Low == known && at - before.End <= 14)
        {
            for (var i = before.End; i < at - 1; i++)
            {
                if (words[i] == "and" && (words[i + 1] is "a" or "an" || Small.ContainsKey(words[i + 1])) && !NotPeople.Contains(words[i + 2]) && !words.Any(before.End, i, Commas))
                {
                    var more = words[i + 1] is "a" or "an" ? 1 : (int)Small[words[i + 1]];
                    return found.Exists(f => f.First == i + 1 && f.Range == before.Range) ? sum : new CountRange(sum.Low + more, known + more, sum.Span);
                }
            }
        }
        return before.Range is not null && (at - before.End <= 14) ? before.Range : behind.Range is not null && behind.First - at <= 5 ? behind.Range : null;
    }

    private static bool IsPassive(Words words, int at) => words[at - 1] is "were" or "was" or "been" or "be" or "are" or "being" or "people" or "soldiers";

    /// <summary>"a woman dead", "A demonstrator … was shot dead": one.</summary>
    private static CountRange? Single(Words words, Part part, int at, FrozenSet<string> wanted)
    {
        if (!wanted.Contains("killed") || words[at] is "life" or "lives" or "toll" or "deaths" or "death" or "lost" || words[at] is "shot" && words[at + 1] != "dead" && words.Find(part.Start, part.End, Dead) < 0)
        {
            return null;
        }
        if (words[at] is "dead" or "shot" or "killed" or "died" && words[part.Subject.First] is "a" or "an" && !words.Any(part.Subject.First, Math.Min(part.Subject.First + 4, part.Subject.End), NotOnePerson))
        {
            return new CountRange(1, 1, words.Source.SpanOf(part.Subject.First, part.Subject.End - 1));
        }
        if (words[at] == "dead" && words[at - 2] is "a" or "an")
        {
            return new CountRange(1, 1, words.Source.SpanOf(at - 2, at));
        }
        return words[at] is "killed" or "killing" && words[at + 1] is "a" or "an" ? new CountRange(1, 1, words.Source.SpanOf(at + 1, at + 2)) : null;
    }

    private static bool IsOther(Words words, int i, int end) =>
        NotPeople.Contains(words[end]) || NotPeople.Contains(words[end + 1]) && words[end] is not ("people" or "dead") && !Killing.Contains(words[end]) || words[i - 1] is "of" && words[i - 2] is "quarter" or "half"
        || words[end] is "of" && words[end + 1] is "them" or "war" || words[i] is "one" && words[end] is "of" or "street" || IsYear(words, i) || words[end] is "of" && NotPeople.Contains(words[end + 1]) || IsMonth(words[i - 1]) || IsMonth(words[end]);

    private static bool IsTaken(Words words, int token, IReadOnlyList<TextSpan> taken)
    {
        foreach (var span in taken)
        {
            if (span.Contains(words.Source.Tokens[token].Span))
                return true;
        }
        return false;
    }

    private static bool IsMonth(string word) => word is "january" or "february" or "march" or "april" or "june" or "july" or "august" or "september" or "october" or "november" or "december";

    private static bool IsYear(Words words, int i) => words[i].Length == 4 && words[i][0] is '1' or '2' && words[i].All(char.IsAsciiDigit) && words[i - 1] is "in" or "since" or "of" or "by" or "from" or "and" or "between";

    private static CountRange Range(Words words, Part part, int i, ref int end, double value)
    {
        var low = (int)value;
        int? high = low;
        var first = i;
        if (words[end] is "to" or "and" or "-" or "–" && Read(words, end + 1, part.End, out var after) is { } upper && upper > value
            && (words[end] is not "and" || words[i - 1] == "between") && upper <= int.MaxValue)
        {
            high = (int)upper;
            end = after;
        }
        else if (words[i - 1] == "to" && words[i - 2] == "up" || words[i - 1] == "most" && words[i - 2] == "at")
        {
            low = 0;
        }
        else if (Open.Contains(words[i - 1]) || words[i - 1] == "of" && words[i - 2] == "upwards" || words[end] == "or" && words[end + 1] == "more")
        {
            high = null;
        }
        return new CountRange(low, high, words.Source.SpanOf(first, end - 1));
    }

    /// <summary>A number in digits or words that begins at a token; null when none does.</summary>
    private static double? Read(Words words, int i, int limit, out int end)
    {
        end = i + 1;
        if (i >= limit)
        {
            return null;
        }
        double value;
        if (words.Source.Tokens.Count > i && words.IsNumber(i) && double.TryParse(words[i], NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var digits))
        {
            value = digits;
        }
        else if (Small.TryGetValue(words[i], out var small))
        {
            value = small;
            if (small >= 20 && small < 100 && words[end] == "-" && Small.TryGetValue(words[end + 1], out var unit))
            {
                (value, end) = (value + unit, end + 2);
            }
        }
        else if (words[i].Split('-') is [var tens, var ones] && Small.TryGetValue(tens, out var ten) && Small.TryGetValue(ones, out var one))
        {
            value = ten + one;
        }
        else
        {
            return words[i] is "hundreds" or "thousands" or "scores" or "dozens" ? null : null;
        }
        while (end < limit && Scale(words[end]) is { } scale)
        {
            (value, end) = (value * scale, end + 1);
        }
        return value;
    }

    private static double? Scale(string word) => word switch
    {
        "hundred" => 100,
        "thousand" => 1000,
        "million" => 1_000_000,
        _ => null,
    };
}
