using System.Collections.Frozen;
using Truceline.Entity.Reading.Claims.Grammar;

namespace Truceline.Entity.Reading.Agreements.Norms;

/// <summary>Where noun phrases end and how they part.</summary>
internal static class NounPhrases
{
    private static readonly FrozenSet<string> Determiners = Words.Set("the a an all each every both neither either no any its their his her this that these those some such said other");
    private static readonly FrozenSet<string> Prepositions = Words.Set(
        "of in on at by to from with within into inside under over along across throughout through between against during after before until till upon for around near above below beyond behind as toward towards outside beside of");
    private static readonly FrozenSet<string> Stops = Words.Set(
        "in on at by to from with within into inside under over along across throughout through against during after before until till upon around near beyond behind outside for toward towards between "
        + "so where which that who once if unless as except save other apart no not back together immediately simultaneously at starting beginning effective when while whenever using via among");
    private static readonly FrozenSet<string> Months = Words.Set(
        "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday");
    private static readonly FrozenSet<string> Units = Words.Set("km kilometre kilometres kilometer kilometers m metre metres meter meters mile miles");
    private static readonly FrozenSet<string> Bounds = Words.Set("at least most not less more than up to a some about");

    public static bool IsDeterminer(string word) => Determiners.Contains(word);

    public static bool IsPreposition(string word) => Prepositions.Contains(word);

    public static bool IsMonth(string word) => Months.Contains(word);

    public static bool IsDistanceUnit(string word) => Units.Contains(word);

    /// <summary>One past the noun phrase that begins at a word: up to a preposition other than "of", a clause or a distance.</summary>
    public static int End(ProvisionText text, int first, int end, bool[] marks, bool throughPlaces = false)
    {
        for (var i = first; i < end; i++)
        {
            if (marks[i] || text[i] is ":" or ";" or "--" or "–" or "|")
                return i;
            if (text[i] is "(")
            {
                while (i < end && text[i] is not ")")
                    i++;
                continue;
            }
            // "of a calibre above 100 mm", "up to 100 mm", "100 mm and above"
            if (text[i] is "above" or "below" or "over" or "exceeding" && (text.IsNumber(i + 1) || text[i - 1] is "and" or "or"))
                continue;
            if (text[i] is "up" && text[i + 1] == "to" && text.IsNumber(i + 2))
            {
                i++;
                continue;
            }
            if (throughPlaces && (text[i] is "from" or "in" or "between" or "to" || IsDistance(text, i)))
                continue;
            if (i > first && (Stops.Contains(text[i]) || IsDistance(text, i)) && !(text[i] is "other" or "no" && text[i + 1] is not "than" and not "later"))
                return Trimmed(text, first, i);
            if (text[i] == "," && i > first && !IsListComma(text, i, end))
                return i;
        }
        return Trimmed(text, first, end);
    }

    /// <summary>Whether words of a distance begin here: "at least 15 kilometres", "two kilometres".</summary>
    public static bool IsDistance(ProvisionText text, int i)
    {
        var j = i;
        while (Bounds.Contains(text[j]) && j < i + 4)
            j++;
        if (j > i && text[i] is "a" or "than")
            return false;
        while (j < i + 8 && (text.IsNumber(j) || text[j] is "to" or "-" or "–" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "ten" or "fifteen" or "twenty" or "thirty" or "fifty"))
            j++;
        return j > i && Units.Contains(text[j]) && (text.IsNumber(j - 1) || text[j - 1].Length > 2);
    }

    /// <summary>One past the words of a distance that begins at a word, with what it is counted from: "2 kilometres wide", "15 kilometres back from the line".</summary>
    public static int DistanceEnd(ProvisionText text, int first, int end, bool[] marks)
    {
        var i = text.Find(first, end, Units.Contains);
        i = i < 0 ? first + 1 : i + 1;
        while (i < end && text[i] is "wide" or "deep" or "long" or "back" or "away")
            i++;
        return text[i] is "from" or "of" or "behind" or "beyond" && i < end ? End(text, i + 1, end, marks) : i;
    }

    /// <summary>The parts of a coordination [first, end), without what only joins them.</summary>
    public static List<(int First, int End)> Split(ProvisionText text, int first, int end)
    {
        var parts = new List<(int, int)>();
        var start = first;
        var depth = 0;
        for (var i = first; i <= end; i++)
        {
            depth += i < end && text[i] == "(" ? 1 : i < end && text[i] == ")" ? -1 : 0;
            if (i < end && (depth > 0 || !IsJoint(text, start, i, end)))
                continue;
            Add(start, i);
            start = i + 1;
        }
        return parts;

        void Add(int from, int to)
        {
            while (from < to && (text[from] is "," or "and" or "or" or "nor" or "all" or "the" or "a" or "an" or "its" or "their" or "any" or ":"))
                from++;
            while (to > from && text[to - 1] is "," or "and" or "or" or ";" or ".")
                to--;
            if (to > from)
                parts.Add((from, to));
        }
    }

    private static bool IsJoint(ProvisionText text, int start, int i, int end)
    {
        if (text[i] is "," or ";")
            return !(text.IsNumber(i - 1) && text.IsNumber(i + 1));
        if (text[i] is not ("and" or "or") || i + 1 >= end)
            return false;
        if (text[i + 1] is "above" or "below" or "over" or "more" or "larger")
            return false;
        if (IsDeterminer(text[i + 1]) || text.IsAcronym(i + 1) || text[i + 1] is "of")
            return true;
        // "of certain areas of Donetsk and Luhansk regions": one noun for both.
        return text.Find(start, i, w => w is "of" or "between" or "in" or "from") < 0 || !(text.IsCapital(i - 1) && text.IsCapital(i + 1));
    }

    private static bool IsListComma(ProvisionText text, int comma, int end)
    {
        if (text.IsNumber(comma - 1) && text.IsNumber(comma + 1))
            return true;
        if (IsPreposition(text[comma + 1]) || text[comma + 1] is "so" or "which" or "except" or "save" or "not" or "no" or "in" or "starting" or "beginning" || IsDistance(text, comma + 1))
            return false;
        // A list goes on to an "and" before it stops.
        for (var i = comma + 1; i < end && i < comma + 12; i++)
        {
            if (text[i] is "and" or "or")
                return true;
            if (Stops.Contains(text[i]))
                return false;
        }
        return false;
    }

    private static int Trimmed(ProvisionText text, int first, int end)
    {
        while (end > first && text[end - 1] is "," or "and" or "or" or "at" or "not" or "of")
            end--;
        return end;
    }
}
