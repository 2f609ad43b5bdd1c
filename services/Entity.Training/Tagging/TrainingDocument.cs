using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Training.Tagging;

/// <summary>A document encoded as it is written, in lower case and in capitals.</summary>
internal sealed class TrainingDocument(LabelledDocument source, TokenEncoder encoder)
{
    private readonly List<TrainingSentence> _written = Encode(source.Text, encoder);
    private readonly List<TrainingSentence> _lower = EncodeAs(source, encoder, char.ToLowerInvariant);
    private readonly List<TrainingSentence> _upper = EncodeAs(source, encoder, char.ToUpperInvariant);

    public LabelledDocument Source => source;

    /// <summary>Adds the sentences for one pass, with the labels of one of the profiles.</summary>
    public void AddTo(List<TrainingItem> items, float caseShare, RandomSource random)
    {
        var view = source.Views[random.Below(source.Views.Count)];
        var choice = random.Unit();
        var sentences = choice < caseShare ? _lower : choice < 2 * caseShare ? _upper : _written;
        foreach (var sentence in sentences)
            items.Add(new TrainingItem(sentence, view));
    }

    private static List<TrainingSentence> EncodeAs(LabelledDocument source, TokenEncoder encoder, Func<char, char> change)
    {
        var text = SegmentedText.Of(string.Create(source.Text.Text.Length, (source.Text.Text, change), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = state.change(state.Text[i]);
        }));
        // The labels belong to the tokens as they were written.
        return text.Tokens.SequenceEqual(source.Text.Tokens) ? Encode(text, encoder) : [];
    }

    private static List<TrainingSentence> Encode(SegmentedText text, TokenEncoder encoder)
    {
        var sentences = new List<TrainingSentence>();
        var (runs, tokens) = (new List<TokenRun>(), new EncodedTokens());
        for (var at = 0; at < text.Tokens.Count;)
        {
            var next = TokenRun.Cut(text, at, text.Tokens.Count, runs);
            encoder.Encode(text, [.. runs], tokens);
            foreach (var run in runs)
            {
                var range = (run.First - at)..(run.End - at);
                sentences.Add(new TrainingSentence(run.First, tokens.Words[range], tokens.Phrases[range], tokens.Signs[range]));
            }
            at = next;
        }
        return sentences;
    }
}

/// <summary>A sentence to learn from in one pass.</summary>
internal readonly record struct TrainingItem(TrainingSentence Sentence, LabelView View);
