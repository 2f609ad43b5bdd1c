using System.Collections.Frozen;
using System.Text;
using Truceline.Entity.Reading.Names;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Coordinates;

/// <summary>Finds numbered units ("45th Separate Guards Brigade"), posts ("OP 7") and callsigns ("Bravo 2-6"). Thread-safe; takes any text.</summary>
internal static class DesignationReader
{
    private const int MostModifiers = 5;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> UnitNouns = Set(
        "battalion brigade division regiment corps army company platoon squadron battery fleet marines flotilla wing");

    /// <summary>Arms that name a unit only behind battalion and regiment ("2/7 Cavalry").</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Arms = Set("infantry cavalry cav armor armour rangers gurkhas fusiliers rifles lancers dragoons");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Modifiers = Set(
        "separate independent mechanised mechanized motorised motorized armoured armored infantry airborne tank artillery rifle guards assault mountain marine naval missile rocket special forces "
        + "reconnaissance engineer signal logistics border defence defense commando parachute light heavy motor combined arms reserve air aviation helicopter coastal");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ordinals = Set(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PostCodes = Set("op cp pb fob cop vcp unp");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers = Set("callsign callsigns sign observation un guard checkpoint outpost patrol task airborne");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Alphabet = Set(
        "alpha alfa bravo charlie delta echo foxtrot golf hotel juliett juliet kilo mike oscar papa romeo sierra tango uniform victor whiskey x-ray yankee zulu");

    /// <summary>All designations in order of the text; none overlap.</summary>
    public static IReadOnlyList<DesignationMention> Read(SegmentedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<DesignationMention>? found = null;
        var next = 0;
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (i < next || text.Tokens[i].Kind != TokenKind.Word || (text.Words[i].Cues & WordCues.Designation) == 0 || At(text, i, next) is not var (kind, first, end))
                continue;
            var span = text.SpanOf(first, end - 1);
            (found ??= []).Add(new DesignationMention(span, kind, Normal(text, kind, first, end)));
            next = end;
        }
        return found is null ? [] : found;
    }

    /// <summary>Whether a designation may be found at a word.</summary>
    public static bool MayOpen(ReadOnlySpan<char> word) =>
        word.Length > 0 && (UnitNouns.Contains(word) || Arms.Contains(word) || PostCodes.Contains(word) || Alphabet.Contains(word) || Openers.Contains(word)
            || (word.IndexOf('-') is var dash and > 1 and < 4 && PostCodes.Contains(word[..dash])));

    private static (DesignationKind Kind, int First, int End)? At(SegmentedText text, int i, int from)
    {
        var word = Word(text, i);
        if (UnitNouns.Contains(word))
            return Unit(text, i, from);
        if (word.Equals("callsign", StringComparison.OrdinalIgnoreCase) || word.Equals("callsigns", StringComparison.OrdinalIgnoreCase)
            || (word.Equals("sign", StringComparison.OrdinalIgnoreCase) && text.Is(i - 1, "call")))
            return Named(text, i + 1);
        if (!char.IsUpper(word[0]))
            return null;
        if (Arms.Contains(word))
            return BattalionOf(text, i, from) is var battalion and >= 0 ? (DesignationKind.Unit, battalion, i + 1) : null;
        if (text.Is(i, "task") && text.Is(i + 1, "force"))
            return Figures(text, i + 2) is var force and > 0 ? (DesignationKind.Unit, i, force) : null;
        // "the 101st Airborne": the division goes without saying.
        if (text.Is(i, "airborne") && i > from && text.Tokens[i - 1].Kind == TokenKind.Number && IsOrdinal(text, i - 1) && !(i + 1 < text.Tokens.Count && UnitNouns.Contains(Word(text, i + 1))))
            return (DesignationKind.Unit, i - 1, i + 1);
        if (PostCodes.Contains(word) && !char.IsLower(word[^1]))
            return Post(text, i, i + 1);
        if ((text.Is(i, "observation") || text.Is(i, "UN") || text.Is(i, "guard")) && text.Is(i + 1, "post"))
            return Post(text, i, i + 2);
        if (text.Is(i, "checkpoint") || text.Is(i, "outpost") || (text.Is(i, "patrol") && text.Is(i + 1, "base")))
            return Post(text, i, text.Is(i, "patrol") ? i + 2 : i + 1);
        return Alphabet.Contains(word) && Figures(text, i + 1) is var end and > 0 ? (DesignationKind.Callsign, i, end) : Joined(text, i, word);
    }

    /// <summary>"OP-7" is one word.</summary>
    private static (DesignationKind Kind, int First, int End)? Joined(SegmentedText text, int i, ReadOnlySpan<char> word)
    {
        var dash = word.IndexOf('-');
        return dash is > 1 and < 4 && PostCodes.Contains(word[..dash]) && !char.IsLower(word[0]) && char.IsAsciiDigit(word[^1]) ? (DesignationKind.Post, i, i + 1) : null;
    }

    /// <summary>Back over what kind of unit it is to its number, and on to the unit that it is part of.</summary>
    private static (DesignationKind Kind, int First, int End)? Unit(SegmentedText text, int noun, int from)
    {
        var first = noun - 1;
        for (var count = 0; first >= from && count < MostModifiers && IsModifier(text, first); count++)
            first--;
        // "1/5 Marines": a battalion of a regiment.
        if (first == noun - 1 && BattalionOf(text, noun, from) is var battalion and >= 0)
            return (DesignationKind.Unit, battalion, noun + 1);
        // "3rd Army Corps"
        while (noun + 1 < text.Tokens.Count && char.IsUpper(Word(text, noun + 1)[0]) && UnitNouns.Contains(Word(text, noun + 1)) && first >= from && IsOrdinal(text, first))
            noun++;
        if (first >= from && IsOrdinal(text, first))
            return (DesignationKind.Unit, first, Parent(text, noun + 1));
        return noun + 1 < text.Tokens.Count && text.Tokens[noun + 1].Kind == TokenKind.Number && char.IsUpper(Word(text, noun)[0]) && !char.IsAsciiLetter(Word(text, noun + 1)[^1])
            && !Word(text, noun + 1).ContainsAny('.', ',') ? (DesignationKind.Unit, noun, noun + 2) : null;
    }

    /// <summary>Where "1/5" begins before a capitalised noun; -1 when it does not stand there.</summary>
    private static int BattalionOf(SegmentedText text, int noun, int from)
    {
        if (noun <= from || !char.IsUpper(Word(text, noun)[0]))
            return -1;
        var at = text.Tokens[noun - 1].Span.Start;
        var figures = Word(text, noun - 1);
        var first = noun - 1;
        if (!figures.Contains('/') && noun - 3 >= from && text.Is(noun - 2, "/") && text.Tokens[noun - 3].Span.End == at - 1)
        {
            first = noun - 3;
            figures = text.Text.AsSpan(text.Tokens[first].Span.Start, text.Tokens[noun - 1].Span.End - text.Tokens[first].Span.Start);
        }
        var slash = figures.IndexOf('/');
        return slash is > 0 and < 3 && figures.Length - slash is > 1 and < 5 && IsFigures(figures[..slash]) && IsFigures(figures[(slash + 1)..]) ? first : -1;
    }

    private static bool IsFigures(ReadOnlySpan<char> word) => word.Length > 0 && !word.ContainsAnyExceptInRange('0', '9');

    private static int Parent(SegmentedText text, int at)
    {
        if (!text.Is(at, ",") || at + 2 >= text.Tokens.Count || !IsOrdinal(text, at + 1))
            return at;
        var noun = at + 2;
        for (var count = 0; noun < text.Tokens.Count && count < MostModifiers && IsModifier(text, noun) && !UnitNouns.Contains(Word(text, noun)); count++)
            noun++;
        return noun < text.Tokens.Count && UnitNouns.Contains(Word(text, noun)) ? noun + 1 : at;
    }

    private static bool IsModifier(SegmentedText text, int i) =>
        text.Tokens[i].Kind == TokenKind.Word && (Modifiers.Contains(Word(text, i)) || (char.IsUpper(Word(text, i)[0]) && !Ordinals.Contains(Word(text, i))));

    private static bool IsOrdinal(SegmentedText text, int i) =>
        text.Tokens[i].Kind == TokenKind.Number ? char.IsAsciiLetter(Word(text, i)[^1]) : text.Tokens[i].Kind == TokenKind.Word && char.IsUpper(Word(text, i)[0]) && Ordinals.Contains(Word(text, i));

    private static (DesignationKind Kind, int First, int End)? Post(SegmentedText text, int first, int at)
    {
        if (at >= text.Tokens.Count)
            return null;
        if (text.Tokens[at].Kind == TokenKind.Word && char.IsUpper(Word(text, at)[0]) && Alphabet.Contains(Word(text, at)))
            return (DesignationKind.Post, first, Figures(text, at + 1) is var end and > 0 ? end : at + 1);
        return Figures(text, at) is var last and > 0 ? (DesignationKind.Post, first, last)
            : text.Tokens[at].Kind == TokenKind.Word && at == first + 1 && PostCodes.Contains(Word(text, first)) && char.IsUpper(Word(text, at)[0]) ? (DesignationKind.Post, first, at + 1) : null;
    }

    /// <summary>The name after "callsign", in quotation marks or not.</summary>
    private static (DesignationKind Kind, int First, int End)? Named(SegmentedText text, int at)
    {
        while (at < text.Tokens.Count && text.Tokens[at].Kind == TokenKind.Punctuation && Word(text, at) is "\"" or "“" or "'" or "‘" or ":")
            at++;
        if (at >= text.Tokens.Count || text.Tokens[at].Kind != TokenKind.Word || !char.IsUpper(Word(text, at)[0]))
            return null;
        return (DesignationKind.Callsign, at, Figures(text, at + 1) is var end and > 0 ? end : at + 1);
    }

    /// <summary>The index after "7", "2-6" or "12"; 0 when no short figure stands there.</summary>
    private static int Figures(SegmentedText text, int at)
    {
        if (at >= text.Tokens.Count || text.Tokens[at].Kind != TokenKind.Number || !IsShort(text, at))
            return 0;
        return at + 2 < text.Tokens.Count && text.Is(at + 1, "-") && text.Tokens[at + 2].Kind == TokenKind.Number && IsShort(text, at + 2)
            && text.Tokens[at + 1].Span.End == text.Tokens[at + 2].Span.Start ? at + 3 : at + 1;
    }

    private static bool IsShort(SegmentedText text, int at) => text.Tokens[at].Span.Length <= 3 && char.IsAsciiDigit(Word(text, at)[^1]) && !Word(text, at).ContainsAny('.', ',');

    /// <summary>Ordinals without their endings, callsigns in capitals, blanks one by one.</summary>
    private static string Normal(SegmentedText text, DesignationKind kind, int first, int end)
    {
        var normal = new StringBuilder();
        for (var i = first; i < end; i++)
        {
            var word = Word(text, i);
            if (i > first && text.Tokens[i].Span.Start > text.Tokens[i - 1].Span.End)
                normal.Append(' ');
            normal.Append(text.Tokens[i].Kind == TokenKind.Number ? word.TrimEnd("stndrhSTNDRH") : word);
        }
        return kind == DesignationKind.Callsign ? normal.ToString().ToUpperInvariant() : normal.ToString();
    }

    private static ReadOnlySpan<char> Word(SegmentedText text, int i) => text.Text.AsSpan(text.Tokens[i].Span.Start, text.Tokens[i].Span.Length);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
