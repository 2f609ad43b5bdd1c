using Truceline.Entity.Reading.Names;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Quantities;

/// <summary>Tells which sentences speak of what becomes of people, so that the patterns of outcomes are tried only there.</summary>
internal sealed class OutcomeSentences(SegmentedText text)
{
    private const int LongestStem = 6;

    private static readonly string[] Stems =
    [
        "kill", "slain", "slaugh", "execut", "massac", "murder", "martyr", "behead", "dead", "died", "die", "dies", "dying", "perish", "death", "toll", "body", "bodies", "corpse", "fatal", "wound", "injur",
        "hurt", "maim", "displa", "uproot", "fled", "flee", "forc", "driv", "drove", "evacu", "refuge", "home", "popula", "inhabi", "hous", "host", "live", "living", "resid", "idps", "asylum", "lives",
        "claim", "cost", "loss", "lost", "funera", "shot", "blown", "leav", "left", "missin", "casual", "shelte", "kia", "wia",
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = new HashSet<string>(Stems, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private int _sentence = -1;
    private bool _speaks;

    /// <summary>Whether the sentence at a position does.</summary>
    public bool Speaks(int position)
    {
        var token = text.FirstTokenAfter(position);
        if (token >= text.Tokens.Count)
            return false;
        var sentence = text.SentenceOf(token);
        if (sentence == _sentence)
            return _speaks;
        _sentence = sentence;
        return _speaks = Holds(text.Sentences[sentence]);
    }

    private bool Holds(Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (text.Tokens[i].Kind == TokenKind.Word && (text.Words[i].Cues & WordCues.Outcome) != 0)
                return true;
        }
        return false;
    }

    /// <summary>Whether a word begins with a stem of what becomes of people.</summary>
    public static bool IsStem(ReadOnlySpan<char> word)
    {
        for (var length = Math.Min(word.Length, LongestStem); length >= 3; length--)
        {
            if (Known.Contains(word[..length]))
                return true;
        }
        return false;
    }
}
