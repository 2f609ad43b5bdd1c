using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.Tagging;

/// <summary>Turns the spans of corpora into sets of labels for the tokens of the product's own tokenizer.</summary>
internal static class Labelling
{
    private static readonly ulong LocationOnly = TagLabel.SetOf(TagType.Location);

    private static readonly HashSet<string> Determiners = new(StringComparer.OrdinalIgnoreCase) { "the", "a", "an" };

    /// <summary>
    /// Labels a document for training. Corpora that cut words at hyphens are read twice: as they are by their own guidelines, joined by those of the news.
    /// </summary>
    public static IEnumerable<LabelledDocument> ForTraining(CorpusDocument document, WordEncoder encoder)
    {
        var labelled = Label(document, encoder);
        if (document.Corpus != Corpus.UniversalNer)
            return [labelled];
        var joined = Label(Hyphens.Join(document), encoder);
        return [labelled with { Views = [labelled.Views[0]] }, joined with { Views = [joined.Views[1]] }];
    }

    /// <summary>Labels a document by its own corpus's guidelines and by those of the news.</summary>
    public static LabelledDocument Label(CorpusDocument document, WordEncoder encoder)
    {
        var text = SegmentedText.Of(document.Text);
        var own = TypeMap.ProfileOf(document.Corpus);
        var strict = Strict(document, text, encoder);
        if (document.Corpus == Corpus.Own)
            ArmsOnly.Apply(text, strict, token => ArmsAt(text, token, encoder), token => MayBelong(text, token, encoder));
        var views = new List<LabelView> { new(own, strict) };
        if (document.Corpus is not Corpus.Wnut and not Corpus.CrossNer)
            views.Add(new LabelView(TaggingProfile.News, News(document, text, encoder)));
        return new LabelledDocument(text, views, RepeatOf(document.Corpus));
    }

    /// <summary>Small corpora whose guidelines are their own are looked at more often.</summary>
    private static int RepeatOf(Corpus corpus) => corpus switch
    {
        Corpus.Re3d => 10,
        Corpus.GeoVirus or Corpus.Own => 2,
        _ => 1,
    };

    private static List<(TextSpan Span, TagType Type)> Spans(CorpusDocument document)
    {
        var spans = new List<(TextSpan, TagType)>();
        foreach (var (span, name) in document.Spans)
        {
            if (TypeMap.TypeOf(document.Corpus, name) is { } type)
                spans.Add((span, type));
        }
        return spans;
    }

    /// <summary>The guidelines of the corpus. re3d marks some arms and passes over others that read the same: words that the lexicon knows for arms stay open.</summary>
    private static ulong[] Strict(CorpusDocument document, SegmentedText text, WordEncoder encoder)
    {
        var allowed = new ulong[text.Tokens.Count];
        for (var i = 0; i < allowed.Length; i++)
            allowed[i] = document.Corpus == Corpus.Re3d ? 1UL | ArmsAt(text, i, encoder) : 1UL;
        foreach (var (span, type) in Spans(document))
            Mark(text, allowed, span, type);
        return allowed;
    }

    /// <summary>
    /// re3d marks what recurs word for word in one of its documents only, and leaves other sentences with names unmarked as well: the news view learns
    /// nothing from a sentence that holds a name and no mark of any kind. The corpus's own view does: what its annotators pass over is part of how they work.
    /// </summary>
    private static void OpenUnread(CorpusDocument document, SegmentedText text, ulong[] allowed)
    {
        if (document.Corpus != Corpus.Re3d)
            return;
        foreach (var sentence in text.Sentences)
        {
            if (ProperNames.IsProperName(text, sentence.Span) && !document.Spans.Any(s => s.Span.Overlaps(sentence.Span)))
                allowed.AsSpan(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).Fill(TagLabel.All);
        }
    }

    /// <summary>
    /// The guidelines of the news: names without determiners, nothing nominal but arms. What a corpus does not mark is left open: arms and nationalities
    /// where the lexicon knows such a word, everything but places in GeoVirus.
    /// </summary>
    private static ulong[] News(CorpusDocument document, SegmentedText text, WordEncoder encoder)
    {
        var allowed = new ulong[text.Tokens.Count];
        for (var i = 0; i < allowed.Length; i++)
            allowed[i] = OpenAt(document.Corpus, text, i, encoder);
        foreach (var (span, type) in Spans(document))
        {
            var arms = type is TagType.Weapon or TagType.MilitaryPlatform or TagType.Vehicle;
            if (!arms && document.Corpus is Corpus.Re3d or Corpus.Own && !ProperNames.IsProperName(text, span))
            {
                // A single word that opens a sentence may be a name all the same.
                if (char.IsUpper(text.Text[span.Start]) && text.TokensIn(span) is var (only, next) && next - only == 1)
                    Open(text, allowed, span, 1 | TagLabel.SetOf(type));
                continue;
            }
            if (type == TagType.Miscellaneous && IsOfArms(text, span, encoder))
            {
                Open(text, allowed, span, 1 | TagLabel.SetOf(TagType.Miscellaneous, TagType.Weapon, TagType.MilitaryPlatform, TagType.Vehicle));
                continue;
            }
            var demonym = type == TagType.Miscellaneous && (FlagsAt(text, text.FirstTokenAfter(span.Start), encoder) & LexiconFlags.Demonym) != 0;
            Mark(text, allowed, WithoutDeterminer(text, span), demonym && text.TokensIn(span) is var (a, b) && b - a == 1 ? TagType.Nationality : type);
        }
        OpenUnread(document, text, allowed);
        return allowed;
    }

    private static ulong OpenAt(Corpus corpus, SegmentedText text, int token, WordEncoder encoder)
    {
        if (corpus == Corpus.GeoVirus)
            return TagLabel.All & ~LocationOnly;
        if (corpus == Corpus.Own)
            return 1;
        var flags = FlagsAt(text, token, encoder);
        var open = 1UL | ArmsAt(text, token, encoder);
        if ((flags & LexiconFlags.Demonym) != 0)
            open |= TagLabel.SetOf(TagType.Nationality);
        return open;
    }

    private static ulong ArmsAt(SegmentedText text, int token, WordEncoder encoder)
    {
        var (flags, open) = (FlagsAt(text, token, encoder), 0UL);
        if ((flags & LexiconFlags.Weapon) != 0)
            open |= TagLabel.SetOf(TagType.Weapon);
        if ((flags & LexiconFlags.Platform) != 0)
            open |= TagLabel.SetOf(TagType.MilitaryPlatform);
        if ((flags & LexiconFlags.Vehicle) != 0)
            open |= TagLabel.SetOf(TagType.Vehicle);
        return open;
    }

    /// <summary>Whether a name holds a word for arms: corpora without a type for them call "F-16 Falcon" miscellaneous.</summary>
    private static bool IsOfArms(SegmentedText text, TextSpan span, WordEncoder encoder)
    {
        var (first, end) = text.TokensIn(span);
        for (var i = first; i < end; i++)
        {
            if (ArmsAt(text, i, encoder) != 0)
                return true;
        }
        return false;
    }

    /// <summary>Whether a word before arms may belong to them: an article, a title, a nation, another capitalised word.</summary>
    private static bool MayBelong(SegmentedText text, int token, WordEncoder encoder)
    {
        var word = text.TextOf(token);
        return Determiners.Contains(word) || (FlagsAt(text, token, encoder) & (LexiconFlags.Title | LexiconFlags.Demonym)) != 0
            || (char.IsUpper(word[0]) && text.Sentences[text.SentenceOf(token)].FirstToken != token);
    }

    private static void Open(SegmentedText text, ulong[] allowed, TextSpan span, ulong labels)
    {
        var (first, end) = text.TokensIn(span);
        for (var i = first; i < end; i++)
            allowed[i] |= labels;
    }

    private static LexiconFlags FlagsAt(SegmentedText text, int token, WordEncoder encoder)
    {
        var span = text.Tokens[token].Span;
        return encoder.FlagsOf(text.Text.AsSpan(span.Start, span.Length));
    }

    private static TextSpan WithoutDeterminer(SegmentedText text, TextSpan span)
    {
        var (first, end) = text.TokensIn(span);
        return end - first > 1 && Determiners.Contains(text.TextOf(first)) ? new TextSpan(text.Tokens[first + 1].Span.Start, span.End) : span;
    }

    /// <summary>Marks the tokens of a span, unless it nests in one that is marked or cuts a token.</summary>
    private static void Mark(SegmentedText text, ulong[] allowed, TextSpan span, TagType type)
    {
        var (first, end) = text.TokensIn(span);
        if (first >= end)
            return;
        var marked = false;
        for (var i = first; i < end; i++)
            marked |= IsMarked(allowed[i]);
        if (marked)
            return;
        if (text.Tokens[first].Span.Start != span.Start || text.Tokens[end - 1].Span.End != span.End)
        {
            // Half a token is marked ("Russian-backed"): learn nothing from it.
            for (var i = first; i < end; i++)
                allowed[i] |= TagLabel.SetOf(type);
            return;
        }
        if (end - first == 1)
        {
            allowed[first] = 1UL << TagLabel.Unit(type);
            return;
        }
        for (var i = first; i < end; i++)
            allowed[i] = 1UL << (i == first ? TagLabel.Begin(type) : i == end - 1 ? TagLabel.Last(type) : TagLabel.Inside(type));
    }

    private static bool IsMarked(ulong allowed) => (allowed & 1) == 0;
}
