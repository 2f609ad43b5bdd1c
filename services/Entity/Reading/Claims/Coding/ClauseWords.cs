using System.Collections.Frozen;
using Truceline.Entity.Reading.Names;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>What part a word plays, as far as a look at its neighbours tells.</summary>
internal enum WordRole : byte
{
    Other,
    Determiner,
    Pronoun,
    Preposition,
    Conjunction,
    Relative,
    Comma,
    Mark,
    Quote,
    Possessive,
    Negation,
    Modal,
    To,
    Adverb,
    Number,
    Time,
    Noun,
    Name,
    Verb,
}

/// <summary>One word of a clause.</summary>
internal struct CodedWord
{
    /// <summary>In lower case.</summary>
    public string Word;

    /// <summary>Singular of a noun, infinitive of a verb.</summary>
    public string Lemma;

    /// <summary>Singular of the word taken for a noun.</summary>
    public string Noun;

    /// <summary>What it is.</summary>
    public WordRole Role;

    /// <summary>Form of a verb; none of other words.</summary>
    public VerbShape Shape;
}

/// <summary>The words of a clause with the parts that they play.</summary>
internal sealed class ClauseWords
{
    private static readonly FrozenDictionary<string, WordRole> Closed = Roles();
    private static readonly FrozenSet<string> Stative = "is are was were be been being am has have had do does did".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly CodedWord[] _words;

    private ClauseWords(SegmentedText text, int first, CodedWord[] words)
    {
        Text = text;
        First = first;
        _words = words;
    }

    /// <summary>The text that they stand in.</summary>
    public SegmentedText Text { get; }

    /// <summary>Index in the text of the first token.</summary>
    public int First { get; }

    /// <summary>How many words.</summary>
    public int Length => _words.Length;

    /// <summary>The word at an index from 0.</summary>
    public ref readonly CodedWord this[int index] => ref _words[index];

    /// <summary>The role of a word; a mark beyond either end.</summary>
    public WordRole RoleAt(int index) => index >= 0 && index < _words.Length ? _words[index].Role : WordRole.Mark;

    /// <summary>The word in lower case; empty beyond either end.</summary>
    public string WordAt(int index) => index >= 0 && index < _words.Length ? _words[index].Word : "";

    /// <summary>Whether a word of the clause, in lower case, is in a set.</summary>
    public bool Any(FrozenSet<string> set) => Count(set) > 0;

    /// <summary>How many words of the clause, in lower case, are in a set.</summary>
    public int Count(FrozenSet<string> set)
    {
        var count = 0;
        foreach (ref readonly var word in _words.AsSpan())
            count += set.Contains(word.Word) ? 1 : 0;
        return count;
    }

    /// <summary>Whether the clause holds a word, in lower case.</summary>
    public bool Has(string sought)
    {
        foreach (ref readonly var word in _words.AsSpan())
        {
            if (word.Word == sought)
                return true;
        }
        return false;
    }

    /// <summary>Characters of the words [first, end).</summary>
    public TextSpan SpanOf(int first, int end) => Text.SpanOf(First + first, First + Math.Max(first, end - 1));

    /// <summary>Reads the tokens of a text that lie in a span.</summary>
    public static ClauseWords Of(SegmentedText text, TextSpan span, EventPatterns patterns)
    {
        var (first, end) = text.TokensIn(span);
        end = Math.Min(end, first + EventCoder.LongestClause);
        var words = new CodedWord[Math.Max(0, end - first)];
        var result = new ClauseWords(text, first, words);
        for (var i = 0; i < words.Length; i++)
        {
            var token = text.Tokens[first + i];
            var raw = text.TextOf(first + i);
            var lower = LowerOf(raw);
            words[i] = new CodedWord { Word = lower, Lemma = lower, Noun = lower, Role = RoleOf(token, raw, lower, IsCommonOpening(result, text, i, lower)) };
        }
        for (var i = 0; i < words.Length; i++)
            result.Refine(i, patterns);
        return result;
    }

    /// <summary>Whether a capital may be there only because the sentence begins: not in a name of a state, nor before another capital.</summary>
    private static bool IsCommonOpening(ClauseWords words, SegmentedText text, int i, string lower)
    {
        if (i > 0 && words._words[i - 1].Role is not (WordRole.Quote or WordRole.Mark))
            return false;
        if (TargetCandidates.States.Contains(lower))
            return false;
        var next = words.First + i + 1;
        return next >= text.Tokens.Count || lower.EndsWith("ing", StringComparison.Ordinal) || text.Tokens[next].Kind != TokenKind.Word || !char.IsUpper(text.Text[text.Tokens[next].Span.Start]);
    }

    private static WordRole RoleOf(Token token, string raw, string lower, bool opens)
    {
        if (token.Kind == TokenKind.Number)
            return WordRole.Number;
        if (Closed.TryGetValue(lower, out var role) && !(raw.Length > 1 && raw == "US"))
            return role is WordRole.Time && lower is "may" or "march" or "second" && !char.IsUpper(raw[0]) ? lower == "may" ? WordRole.Modal : WordRole.Other : role;
        if (token.Kind == TokenKind.Punctuation)
            return lower is "\"" or "“" or "”" or "'" or "‘" or "’" or "`" or "``" ? WordRole.Quote : WordRole.Mark;
        if (lower is "'s" or "'S")
            return WordRole.Possessive;
        if (lower is "bin" or "ibn" or "al" or "el" or "abu" || lower.StartsWith("al-", StringComparison.Ordinal) || lower.StartsWith("el-", StringComparison.Ordinal))
            return WordRole.Name;
        if (char.IsUpper(raw[0]) && !(opens && Vocabulary.EnglishWords.Contains(lower)))
            return WordRole.Name;
        return lower.Length > 4 && lower.EndsWith("ly", StringComparison.Ordinal) && lower is not ("family" or "supply" or "reply" or "rally" or "assembly" or "ally" or "italy") ? WordRole.Adverb : WordRole.Other;
    }

    private static string LowerOf(string raw)
    {
        foreach (var c in raw)
        {
            if (c is not (>= 'a' and <= 'z'))
                return raw.ToLowerInvariant().Replace('’', '\'');
        }
        return raw;
    }

    /// <summary>Settles whether a word is a verb.</summary>
    private void Refine(int i, EventPatterns patterns)
    {
        ref var word = ref _words[i];
        if (Stative.Contains(word.Word) || (word.Word is "having"))
        {
            word.Role = WordRole.Verb;
            word.Lemma = word.Word is "has" or "have" or "had" or "having" ? "have" : word.Word is "do" or "does" or "did" ? "do" : "be";
            word.Shape = word.Word is "be" or "have" or "do" ? VerbShape.Base : word.Word is "been" ? VerbShape.Participle : word.Word is "being" or "having" ? VerbShape.Ing : VerbShape.Past;
            return;
        }
        if (word.Role is not WordRole.Other)
            return;
        word.Noun = word.Lemma = VerbForms.Singular(word.Word);
        word.Role = WordRole.Noun;
        var forms = patterns.FormsOf(word.Word);
        if (forms.IsEmpty)
        {
            if (IsUnknownVerb(i))
                (word.Role, word.Shape, word.Lemma) = (WordRole.Verb, word.Word.EndsWith("ing", StringComparison.Ordinal) ? VerbShape.Ing : VerbShape.Base, word.Word);
            else if (word.Word.Length > 4 && word.Word.EndsWith("ed", StringComparison.Ordinal) && IsVerbPlace(i, VerbShape.Past | VerbShape.Participle))
                (word.Role, word.Shape, word.Lemma) = (WordRole.Verb, VerbShape.Past | VerbShape.Participle, word.Word[..^2]);
            return;
        }
        foreach (var form in forms)
        {
            if (!IsVerbPlace(i, form.Shape))
                continue;
            (word.Role, word.Shape, word.Lemma) = (WordRole.Verb, form.Shape, form.Lemma);
            return;
        }
    }

    /// <summary>Whether a word that is in no list is a verb by its place: after a modal, or an "-ing" after a form of "be".</summary>
    private bool IsUnknownVerb(int i)
    {
        var before = i - 1;
        while (RoleAt(before) is WordRole.Adverb or WordRole.Negation)
            before--;
        var word = _words[i].Word;
        if (RoleAt(before) is WordRole.Modal)
            return true;
        if (RoleAt(before) is WordRole.To)
            return word[^1] != 's' && RoleAt(i + 1) is WordRole.Determiner or WordRole.Pronoun;
        return word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) && RoleAt(before) is WordRole.Verb && _words[before].Lemma == "be" && RoleAt(i + 1) is not WordRole.To;
    }

    /// <summary>Whether a verb of such a form can stand where the word stands.</summary>
    private bool IsVerbPlace(int i, VerbShape shape)
    {
        var before = i - 1;
        while (RoleAt(before) is WordRole.Adverb or WordRole.Negation)
            before--;
        var role = RoleAt(before);
        if (role is WordRole.Determiner or WordRole.Possessive)
            return false;
        if ((shape & VerbShape.Ing) != 0)
            return role is not WordRole.Determiner && !(role is WordRole.Noun or WordRole.Preposition && RoleAt(i + 1) is WordRole.Noun && WordAt(i + 1).EndsWith('s') && role is WordRole.Noun);
        if (role is WordRole.To or WordRole.Modal)
            return (shape & (VerbShape.Base | VerbShape.Participle)) != 0;
        if (role is WordRole.Verb && _words[before].Lemma is "be" or "have" or "do")
            return (shape & (VerbShape.Participle | VerbShape.Past)) != 0 || (_words[before].Lemma == "do" && shape == VerbShape.Base);
        if ((shape & (VerbShape.Past | VerbShape.Participle)) != 0)
            return role is not (WordRole.Preposition or WordRole.Number) && !(role is WordRole.Noun && _words[before].Word is "newly" or "so-called");
        // A form that may as well be a noun: after a subject, before an object or a complement.
        var subject = role is WordRole.Pronoun or WordRole.Name or WordRole.Noun or WordRole.Relative
            || (role is WordRole.Conjunction && WordAt(before) is "and" && RoleAt(before - 1) is WordRole.Noun or WordRole.Name && HasVerb(before));
        if (!subject || role is WordRole.Verb)
            return role is WordRole.Conjunction && WordAt(before) == "and" && FollowsInfinitive(before);
        if (role is WordRole.Pronoun or WordRole.Relative)
            return true;
        // "demanded that the government provide …": the base form follows any subject.
        if ((shape & VerbShape.Base) != 0 && IsOpenThat(before) && RoleAt(i + 1) is WordRole.Determiner or WordRole.Noun or WordRole.Name or WordRole.Other or WordRole.Adverb or WordRole.Pronoun or WordRole.To or WordRole.Number or WordRole.Mark)
            return true;
        var agrees = (shape & VerbShape.Third) != 0 ? !IsPlural(before) : IsPlural(before);
        var next = RoleAt(i + 1);
        return agrees && !HasVerbSince(before)
            && (next is WordRole.Determiner or WordRole.To or WordRole.Pronoun or WordRole.Name or WordRole.Number or WordRole.Relative or WordRole.Adverb || WordAt(i + 1) is "that")
            || (agrees && !HasVerbSince(before) && shape == VerbShape.Base && role is WordRole.Name && next is WordRole.Noun or WordRole.Other);
    }

    /// <summary>Whether a "that" after a verb opens the words up to an index, and no verb has followed it yet.</summary>
    private bool IsOpenThat(int end)
    {
        for (var i = end; i > 0; i--)
        {
            if (_words[i].Role is WordRole.Verb or WordRole.Modal or WordRole.Comma or WordRole.Mark)
                return false;
            if (_words[i].Word == "that")
                return _words[i - 1].Role is WordRole.Verb or WordRole.Time or WordRole.Adverb || IsTold(i - 1);
        }
        return false;
    }

    private bool IsTold(int i) => WordAt(i) is "demand" or "demands" or "call" or "request" or "condition" or "appeal";

    private bool IsPlural(int i) => WordAt(i) is var word && (word is "people" or "police" or "men" or "women" or "children" || (word.Length > 3 && word[^1] == 's' && word[^2] != 's'));

    private bool HasVerb(int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (_words[i].Role == WordRole.Verb)
                return true;
        }
        return false;
    }

    private bool HasVerbSince(int end)
    {
        for (var i = end; i >= 0; i--)
        {
            if (_words[i].Role is WordRole.Comma or WordRole.Mark or WordRole.Relative or WordRole.Conjunction || WordAt(i) == "that")
                return false;
            if (_words[i].Role == WordRole.Verb && (_words[i].Shape & (VerbShape.Past | VerbShape.Third | VerbShape.Base)) != 0)
                return true;
        }
        return false;
    }

    /// <summary>"to observe a truce and let aid in".</summary>
    private bool FollowsInfinitive(int end)
    {
        for (var i = end - 1; i > 0 && end - i < 9; i--)
        {
            if (_words[i].Role is WordRole.Comma or WordRole.Mark)
                return false;
            if (_words[i].Role == WordRole.Verb)
                return RoleAt(i - 1) is WordRole.To or WordRole.Modal;
        }
        return false;
    }

    private static FrozenDictionary<string, WordRole> Roles()
    {
        var roles = new Dictionary<string, WordRole>(StringComparer.Ordinal);
        Add(WordRole.Determiner, "the a an its his her their our my your this these those any each every no both several many some few all another such other most more");
        Add(WordRole.Pronoun, "it he she they we you i him them us me itself himself herself themselves one");
        Add(WordRole.Preposition, "of in on at by for from with against into over under about through throughout during between among within without toward towards across near outside inside around upon along amid despite behind beyond including following via per above below onto beside besides alongside concerning regarding versus");
        Add(WordRole.Conjunction, "and or but nor because although though while when where if unless since as so whether until till after before than");
        Add(WordRole.Relative, "who which whom whose that");
        Add(WordRole.Comma, ", ; :");
        Add(WordRole.Negation, "not never n't neither");
        Add(WordRole.Modal, "will would shall should must could might may can cannot 'll won't wouldn't ought can't couldn't shouldn't");
        Add(WordRole.To, "to");
        Add(WordRole.Adverb, "also already now still soon again then yet just even once ever later earlier only almost nearly far long back together down up out off away aside here there abroad ahead forward too very not well reportedly finally once twice often always outright first further");
        Add(WordRole.Number, "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty hundred thousand million billion dozen");
        Add(WordRole.Time, "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow tonight overnight morning afternoon evening night week weekend month year day hour minute weeks months years days hours minutes midnight noon decade last next spring summer autumn winter");
        return roles.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(WordRole role, string words)
        {
            foreach (var word in words.Split(' '))
                roles.TryAdd(word, role);
        }
    }
}
